# 专项结束时的总结：消息和文字报告。

final-title = { $name }工作总结
final-title-part = { $title }（{ $part }）
final-span = 共 { $count } 期，{ $from }—{ $to }
final-due = { $units } 个单位应报 { $due } 份，已报 { $came }{ $late ->
    [0] {""}
   *[other] （其中迟报 { $late }）
  }{ $missing ->
    [0] {""}
   *[other] ，未报 { $missing }
  }
    按时率 { $rate }
final-version = 第{ $round }期第{ $version }版
final-again = 第{ $number }份总结，新收：{ $which }
final-more = Word 改后即可上报，Excel 供查数
    再有补报、更正，下个工作日上午发新的一份

alone-final = 工作总结
final-to-come = { $name }的总结：第{ $number }期 { $closes } 截止后自动发给协调员
    现在要各期合计，请发“汇总 全部”
final-endless = { $name }没有结束日期，不自动出总结
    要各期合计，请发“汇总 全部”
final-own-chat = { $name }的总结写有未报单位，请在与我的私聊里要

report-by-round = { $unit }（{ $round }）：
workbook-rounds = 期次
workbook-on-time-rate = 按时率
workbook-standing-none = —
workbook-standing-open = 未到期

final-timeliness = 报送时效
final-ledgers = 台账办理情况
final-ledger = { $ledger }。
final-units = 各单位报送时效
final-came = { $period }，共{ $rounds }期，{ $units }个单位应报{ $due }份，报送{ $came }份。
final-rates = 应报{ $due }份，按时{ $on_time }份、迟报{ $late }份、未报{ $missing }份，按时率{ $on_time_rate }，完成率{ $complete_rate }。
final-always = 每期都按时报送的单位{ $count }个：{ $names }{ $more ->
    [yes] 等
   *[no] {""}
  }。
final-never = 一期也没有报送的单位{ $count }个：{ $names }{ $more ->
    [yes] 等
   *[no] {""}
  }。
final-lapses = 迟报、未报的期次
final-lapse = { $how }第{ $rounds }期
