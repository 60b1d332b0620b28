# 机器人自己的话：陌生人、看不懂的命令、文件、出错、现在做不了的事。

too-long = 这条有 { $length } 字，一条最多 { $most } 字。什么都没存，请分段再发
trouble = 出了点问题，您的话没有存下，请再发一次
trouble-unknown = 出了点问题，不知道存下了没有。请过几分钟发“核对”看一看
amended-not-reporting = 改动已发的消息不起作用，请重新发

unit-not-asked = { $unit }在现有的报送中没有任务，不用填报
round-not-open = 第{ $number }期还没开始，{ $opens } 开始，到时会通知您
round-none = 现在没有要填的期次
late-now = 第{ $number }期已过 { $due }，现在报送记迟报

role-liaison = 联络员
role-deputy = B岗联络员
role-leader = 领导
role-city-coordinator = 地市协调员
role-coordinator = 协调员

desk-reminder = 下一次提醒 { $at }
desk-hour-before = 截止前一小时 { $at }
desk-deadline = 截止 { $at }
desk-opening = 下期开始 { $at }

form-how = 这是本单位的表。填好直接发回来，我读进去；报送后再取，就是可打印、签字、盖章的表
form-how-sent = { $number } 的表，可打印、签字、盖章，盖好可拍照发回。数要更正也可改在表上发回来
form-how-closed = { $number } 的表，可打印、签字、盖章，盖好可拍照发回。这期已锁定，数不能再改
form-how-too-late = 这是本单位的表。这期已锁定，填了也不收；要补报请联系协调员开放
file-too-large = “{ $name }”太大（最多 20 MB），没有存
file-too-much-inside = “{ $name }”里的内容多得不像一张填好的表，没有打开，什么都没存。请发“下载表样”拿本单位的表
file-empty = “{ $name }”是空的，没有存
file-other = 读不了“{ $name }”：不是表格，也不是照片、PDF 或文档，没有存。表格请存成 .xlsx 再发
file-not-a-workbook = “{ $name }”不是 Excel 表格，什么都没存。请发“下载表样”拿本单位的表
file-old-format = “{ $name }”是老式的 .xls。请在 Excel 或 WPS 里另存为 .xlsx 再发，什么都没存
file-encrypted = “{ $name }”加了密码，打不开。请去掉密码再发，什么都没存
file-damaged = “{ $name }”坏了或没有传完，请重发一次，什么都没存
press-in-group = 这个按钮用不了了，什么都没变。看可以做什么，请私聊我发：帮助
file-in-group = 群里只看文字，您发的文件没有存
file-not-reporting = 表格和附件由联络员发给我，您发的没有存

history-unclear = 请写明是哪一格，如：修改记录 { $row } { $group } { $column }
history-none = 这一格还没有填过
history-blank = 空
history-change = { $when } { $who }：{ $what } { $before } → { $after }（{ $way }）
history-waits = ⚠ 还没算，等您说明原因
history-waits-head = ⚠ 还没算，等审核
history-earlier = 更早的 { $count } 次没有列出
history-file = 表格“{ $name }”
history-paste = 粘贴
history-ticked = 勾选
history-zero = 零报告
history-pressed = 按钮或表单
history-words = “{ $words }”

files-none = 本期还没有附件
files-heading = 本期附件 { $count } 件
files-one = { $number } { $unit } · { $to }：{ $name }（{ $when }）
files-one-said = { $number } { $unit } · { $to }：{ $name }（{ $when }）“{ $words }”
files-more = 还有 { $count } 件没有列出
files-get = 取第 { $number } 件
files-gone = “{ $name }”找不到了
