# 机器人自己的话：陌生人、看不懂的命令、文件、出错、现在做不了的事。

stranger = 这里是工作报送机器人，只对已登记的联络员开放。请联系牵头单位的协调员登记
too-long = 这条有 { $length } 字，一条最多 { $most } 字。什么都没存，请分段再发
trouble = 出了点问题，您的话没有存下，请再发一次
trouble-unknown = 出了点问题，不知道存下了没有。请过几分钟发“核对”看一看
amended = 改动已发的消息不算更正，什么都没变。要更正请发“核对”，再按行号回，如“改 1”
amended-not-reporting = 改动已发的消息不起作用，请重新发
file-not-read-yet = 收到“{ $name }”。表格还读不了，什么都没存。请直接发数，或发“填报”一屏一屏填
file-not-a-workbook = “{ $name }”不是 Excel 表格，什么都没存。请直接发数，或发“填报”一屏一屏填
group-private = 填报请在与我的私聊里进行

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
