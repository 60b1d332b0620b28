# 截止前后：催报、名单、预览、各版、锁定与开放、请假、审核。

urged-by = { $by }催报
reminder-later = 稍后提醒

call-list-heading = 第{ $number }期还有 { $count } 个单位没报（{ $due } 截止），请打电话
call-list-unit = 单位
call-list-stands = 填到哪里
call-list-who = 找谁
call-list-phone = 电话
call-list-draft = { $screens ->
    [0] 填完未报送
   *[other] 差 { $screens } 屏
  }
call-list-nothing = 没动
call-list-more = 还有 { $count } 个，见“进度”
call-list-status = 看进度

preview-heading = 第{ $number }期预览（{ $closes } 上报）
posting-late = 本应 { $due } 发出，因故迟发
posting-up-version = 第{ $number }期上报表 · 第{ $version }版
posting-up-again = ⚠ 上一版已于 { $when } 上报，有更正，请另行补报
posting-up-no-group =
    ⚠ 领导群没有收到：机器人不在任何领导群里
    请把它拉进群，并在群里发“设为领导群”，随即补发
posting-up-sent = 已上报
posting-kept-one = 　{ $unit } { $place }：{ $reason }
posting-rate-before = （上期 { $before }）
posting-change-by = （{ $change }）

revision-heading = 第{ $number }期 · 第{ $version }版（更正第{ $before }版）
revision-late = 补报：{ $unit }（{ $when }）
revision-late-why = 补报：{ $unit }（{ $when }，{ $reason }）
revision-in-time = 按时：{ $unit }（{ $when } 发出，截止后收到）
revision-cell = 更正：{ $unit } { $place } { $before } → { $after }
revision-cell-why = 更正：{ $unit } { $place } { $before } → { $after }（{ $reason }）
revision-words = 更正：{ $unit } 文字或附件（{ $when }，{ $reason }）
revision-more = 还有 { $count } 处，见表格的“改动”
revision-blank = 空
revision-totals = 合计：{ $changes }
revision-reported = 已报 { $reported }/{ $of }

status-awaiting = 已提交  { $number }，{ $when }，等负责人审核

role-head = 单位负责人

reason-late-ask = 已过 { $due }，现在报送记迟报。为什么晚了？回一句原因，或按：
reason-correction-heading = 第{ $number }期已汇总，这是更正：
reason-correction-ask = 为什么改？原因随更正发给领导小组。回一句原因，或按：
reason-correction-ask-doubt = 数没错就回一句为什么改，原因随更正发给领导小组；数错了就按“我来改”。也可以按：
reason-correction-words = 文字或附件有改动
reason-correction-more = 还有 { $count } 处
reason-unclear = “{ $part }”没有当作原因。请写一句原因，如“漏报了一处”
reason-unclear-late = “{ $part }”没有当作原因。请写一句为什么晚了，如“忘了报”
reason-undo = 不改了
reason-wait = 先不报
reason-restored = 没有改动，还是原来的数
reason-late-data = 数据到得晚
reason-late-checking = 核对数据
reason-late-away = 人不在岗
reason-wrong-entry = 填错了
reason-wrong-missed = 漏报
reason-wrong-checked = 核查后调整
receipt-mend-after = 已截止。报错了请写：改 { $example }，并说明原因
receipt-next-version = 更正随下一版发到领导小组群
receipt-awaiting = 已送{ $head }审核，审核通过才算报送

round-locked = 第{ $number }期已由{ $by }于 { $when } 锁定（{ $reason }）。要补报，请联系{ $contact }开放。

file-version = 第{ $version }版
workbook-changes = 改动
workbook-changed-in = 版次
workbook-changed-how = 情形
workbook-changed-where = 位置
workbook-changed-before = 原数
workbook-changed-after = 现数
workbook-changed-by = 改动人
workbook-changed-at = 时间
workbook-changed-why = 原因
workbook-changed-late = 补报
workbook-changed-in-time = 按时发出
workbook-changed-corrected = 更正

round-none-closed = 还没有已截止的期次
round-which = 没有“{ $part }”这一期，或还没截止。是这几期里的哪一期？
sent-older = 这是第{ $number }期第{ $pressed }版的按钮，最新是第{ $newest }版。上报的是最新版，请按下面：
sent-recorded = 记下了：第{ $number }期已于 { $when } 上报
sent-without =
    ⚠ { $names }的更正或补报还没发出，上报的表里没有
    新一版发出后，请把它补报上去，再发“已上报”
changes-waiting =
    ⚠ { $names }的更正还没说原因，没有算进表里
    请他们回一句原因，随下一版补上；锁定后要用“开放补报 单位”开放才行
sent-lock = 锁定本期
lock-sent-up = 数据已上报
lock-why = 锁定第{ $number }期要写原因，单位来报时会看到，如：锁定 数据已上报总局
lock-done = 第{ $number }期已于 { $when } 锁定（{ $reason }）。给一个单位开放请发：开放补报 单位
reopen-which = 没找到单位“{ $part }”。请写单位名，如：开放补报 { $unit } 到18:00
reopen-several = 是哪个单位？{ $names }
reopen-until = 没看懂“{ $part }”。请写到什么时候，如：到18:00、到明天12:00
reopen-done = 第{ $number }期已为{ $unit }开放，{ $until } 前可报，已告诉{ $name }
reopen-untold = 第{ $number }期已为{ $unit }开放，{ $until } 前可报。消息还没有送到，请电话告诉对方
reopened-for-you = { $by }为您单位开放了第{ $number }期，{ $until } 前可以补报或更正
reopened-go = 去补报
help-sent = 记录本期已上报
help-lock = 锁定已截止的一期，写原因
help-reopen = 为一个单位开放，如“开放补报 { $unit } 到18:00”

later-when = 什么时候再提醒？也可以写时间，如：稍后提醒 18:00，或：明天再提醒
later-hour = 1 小时后（{ $when }）
later-evening = 今晚（{ $when }）
later-morning = 明天上午（{ $when }）
later-none = 离截止太近，没有更晚的时间可选。随时发“填报”接着填
later-unclear = 没看懂“{ $part }”
later-after-due = { $when } 已过截止时间（{ $due }），要在截止前提醒
later-quiet = { $when } 是不发提醒的时候
later-past = { $when } 已经过去
later-done = 好，{ $when } 再提醒您，这之前不打扰。已填的都在
later-not-owed = 这期已经报送，不会再提醒
leave-how = 请写日期，如：请假 5月21日-25日，或：请假到周五。取消请发：取消请假，只取消几天：取消请假 5月21日
leave-unclear = 没看懂“{ $part }”。请写日期，如：请假 5月21日-25日
leave-days = { $from }至{ $to }
leave-past = { $days }已经过去，没有记
leave-done = 记下了：{ $days }请假，由{ $name }填报，已告诉对方
leave-untold = 记下了：{ $days }请假，由{ $name }填报。消息还没有送到，请告诉对方
leave-nobody = 记下了：{ $days }请假。您单位这几天没有别人可以填报，提醒还会发给您，请告诉协调员
leave-stands = { $days }请假，由{ $name }填报
leave-cancel = 取消请假
leave-cancel-days = 取消{ $days }
leave-cancelled = 已取消请假（{ $days }），还由您填报
leave-none = 没有在请假，不用取消
leave-take-over = { $name }{ $days }请假，这几天由您填报，提醒也发给您
leave-back = { $name }取消了{ $days }的请假，填报仍由对方负责
help-later = 换个时间提醒，如“稍后提醒 18:00”
help-leave = B岗代填，如“请假 5月21日-25日”

sign-approve = 同意报送
sign-send-back = 退回修改
sign-from = { $name }请您审核：
sign-ask = { $when } 提交，{ $due } 截止。同意后才算报送
sign-nothing = 第{ $number }期没有等您审核的报表
sign-not-asked = 现在的报送不用审核
sign-words = 请写明要改什么，如：退回修改 { $example }不对
sign-approved = 已同意，{ $unit }报送完成  { $number }
sign-sent-back = 已退回{ $unit }修改，改好会再送您审核
sign-told-approved = { $name }已同意，报送完成  { $number }
sign-told-back = { $name }退回修改：{ $words }
sign-unreached = 第{ $number }期已送{ $head }审核，但对方收不到消息。请当面或打电话告诉对方：发“审核”就能看
head-missing = { $unit }第{ $number }期还没报送，{ $due } 截止，请督促联络员
head-overdue = { $unit }第{ $number }期已过 { $due } 还没报送，请督促联络员
help-head = 您单位的报表由您审核，同意后才算报送
help-sign = 看等您审核的报表
help-approve = 同意报送
help-sendback = 退回联络员，写明要改什么

day-off-heading = 第{ $number }期原定 { $regular } 截止，逢休息日
day-off-stands = 按规定 { $due } 截止，开始填报时通知各单位。请确认：
day-off-kept = 不动，{ $due }
day-off-before = 提前到 { $due }
day-off-after = 推后到 { $due }
day-off-decided = 好，第{ $number }期 { $due } 截止，开始填报时通知各单位
day-off-opened = 第{ $number }期已经开始，截止时间不再改动
day-off-none = 下一期的截止日是工作日，不用改
help-dayoff = 下期截止逢休息日时怎么办
call-list-heading-unexplained = 第{ $number }期都报了，还有存疑没说明（{ $due } 截止），请打电话
call-list-unexplained = 已报，{ $count } 处存疑没说明
