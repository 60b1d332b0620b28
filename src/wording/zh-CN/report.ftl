# 文字报告（Word）。

report-period = { $from }至{ $to }
report-under = （{ $rounds }　{ $period }）
report-justified = yes
report-numerals = 一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五
report-heading = { $number }、{ $title }
report-overview = 总体情况
report-figures = 数据情况
report-reported = { $period }，应报单位{ $of }个，已报{ $reported }个（其中迟报{ $late }个），未报{ $open }个。
report-covers = 以上为{ $period }应报{ $of }个单位中{ $reported }个单位的数据。
report-reported-rounds = { $period }，应报{ $of }份，已报{ $reported }份（其中迟报{ $late }份），未报{ $open }份。
report-covers-rounds = 以上为{ $period }应报{ $of }份中{ $reported }份的数据。
report-sentence = { $lead }，{ $groups }。
report-semicolon = ；
report-group = { $group }：{ $figures }
report-figure = { $name }{ $figure }{ $unit }
report-beside = 与表内“{ $own }”对照，不相加：{ $text }
report-none = 无数据
report-table = { $title }（{ $which }）
report-nothing = 无。
report-appendix-only = 附件
report-appendix = 附件{ $number }
report-units = 各单位报送情况
report-count = 个数
report-by = { $unit }：
