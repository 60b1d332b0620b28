# 人员：陌生人、邀请与加入、交接、领导群。

stranger =
    这里是工作报送机器人，只对已登记的联络员开放。
    有邀请码请发：加入 邀请码

help-join = 用邀请码登记，如“加入 7KQM-2XHD-9RTA”
help-claim = 在群里发：汇总表发到这个群

join-how = 请把邀请码写在“加入”后面，如：加入 7KQM-2XHD-9RTA
join-refused =
    这个邀请码用不了：写错、用过、过期，或试得太多。
    请对一下，过一刻钟再发，或向协调员要新的
join-welcome = 已登记：{ $unit }{ $role }
join-who =
    请回姓名和办公电话，印在表头，如：
    张三 0591-87654321
join-noted = 表头印：{ $name }，电话尾号 { $tail }
join-report = 填报
join-help = 帮助

handed-over = { $unit }{ $role }已由新的人接手，您在这里的登记到此为止。不对请找协调员
handed-over-told = { $unit }{ $role }换人：新的人已在{ $channel }登记，原来的已停用
unreachable-told = { $unit }{ $role }在{ $channel }停用了机器人，通知到不了。请打电话问一下，或发“人员”看还有谁
alarm-account-locked = { $channel }上有人连发 5 个错的邀请码，已暂时不收他的
alarm-all-locked = 一小时内收到 100 个错的邀请码，暂时都不收了，一小时后恢复

channel-telegram = Telegram
channel-lark = 飞书
channel-simulator = 模拟页面

group-greeting =
    我是工作报送机器人。
    要把汇总表发到本群，请协调员按下面的按钮，或在本群发“设为领导群”
group-claim = 设为领导群
group-claimed = 本群已设为{ $group }，汇总表今后发到这里
group-is = 本群已是{ $group }
group-which = 本群是哪一个？
group-none = 名册里还没有领导群。请在名册的 groups 里加一个（leadership: true），再发一次
group-elsewhere = 汇总表今后发到别的群，不再发到这里
group-removed = 机器人被移出{ $group }，汇总表发不到那里。请加回来，并在群里发“设为领导群”

elsewhere-own-chat = “{ $command }”要在群里发
elsewhere-leadership-group = “{ $command }”请在与我的私聊里用
elsewhere-other-group = “{ $command }”在本群不能用，请在与我的私聊里用

post-liaison = 联络员
post-deputy = B岗联络员
post-head = 单位负责人
post-leader = 领导
post-city-coordinator = 地市协调员
post-coordinator = 协调员

help-invite = 给人邀请码，如“邀请 { $unit }”“邀请 { $unit } B岗”

invite-how = 请写明单位，如：邀请 { $unit }，或：邀请 { $unit } B岗
invite-made = { $unit }{ $role }的邀请码，{ $days } 天内有效，只能用一次。把下面的话转给本人：
invite-replaces = 这个岗位现在有人在用。这个码一用，原来的账号马上停用；填过的都保留
invite-forward =
    【{ $unit }{ $role }】请找报送机器人登记，发：
    加入 { $code } 姓名 办公电话
invite-no-unit = 名册里没有“{ $part }”。请写单位的名称，如：邀请 { $unit }
invite-nobody = 名册里{ $unit }没有{ $role }。请先加进名册，再发一次
invite-which-unit = 是哪个单位？
invite-which-person = 是哪一位？

help-people = 谁登记了、谁还没有；可邀请、停用

people-all = 全部
people-heading = 人员 · { $name } · { $count } 人
people-counts = 已登记 { $here } · 未登记 { $missing } · 联系不上 { $unreachable }
people-unit = 单位
people-here = 已登记
people-not-here = 未登记
people-not-reached = 联系不上
people-missing = 未登记：{ $names }
people-is-missing = 未登记
people-blocked = { $channel }（停用了机器人）
people-invite = 邀请{ $role }
people-end = 停用{ $role }
people-end-sure = 停用{ $unit }{ $role }的登记？填过的都保留，本人马上不能再用
people-end-yes = 停用
people-end-no = 不停用
people-ended = 已停用{ $unit }{ $role }的登记。要换人，发：邀请
people-was-ended = { $unit }{ $role }的登记已由协调员停用。有疑问请联系协调员
people-not-yourself = 不能停用自己
people-unclear = 没找到“{ $part }”。请写单位的名称，如：人员 { $unit }，或只发“人员”

roster-adopted = 名册已更新
roster-units-added = 新增单位：{ $names }
roster-units-gone = 去掉单位：{ $names }（已开的期次照旧）
roster-units-moved = 单位改了归属：{ $names }
roster-people-added = 新增人员：{ $names }。请发“邀请”让他们登记
roster-people-gone = 去掉人员：{ $names }，马上不能再用
roster-people-moved = 人员换岗：{ $names }
roster-refused = 名册文件有 { $count } 处不对（第 { $lines } 行），仍按原来的名册。请改好再存，或运行 npx baosong check 看怎么改
roster-unread = 读不到名册文件，仍按原来的名册。请把它放回原处，或运行 npx baosong check 看怎么改
roster-lacks = 名册文件暂不采用，仍按原来的名册：{ $what }，而现用的流程要用到。请补上再存，或把流程文件一起改好

unit-and-post = { $unit }{ $role }

invite-again = 这条消息的邀请码已经给过。没看到就再发一次“邀请”
