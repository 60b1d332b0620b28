# 领导和协调员问的：汇总、趋势、数据来源、进度、催报、提问。

summary-round = 第{ $number }期汇总
summary-span = 第{ $from }—{ $to }期合计
summary-cumulative = 累计（到第{ $number }期）
summary-counts-up-to = 本期统计到{ $asOf }
summary-still-open = { $now }，还未截止
summary-nobody = 这里没有要报送的单位
summary-nobody-yet = 本期还没有单位报送，以下是到上期为止的累计
summary-came = 应报 { $due } 份，已报 { $came } 份{ $late ->
    [0] {""}
   *[other] （其中迟报 { $late }）
  }
summary-missing-in = 第{ $number }期未报：{ $names }
summary-with-drafts = 含未提交 { $count } 个：{ $names }。数未核对，不附文件
summary-files-follow = 图和表格随后发来
summary-drafts-no-file = 未提交的数不做成文件。去掉“含未提交”再要
summary-drafts = 在填（未提交）：{ $names }
summary-moved = 比上期（同 { $count } 个单位）：{ $moves }
summary-moved-most = 比上期（同 { $count } 个单位），变化最大的 { $said } 项：{ $moves }
summary-noughts = 都是 0：{ $names }
asked-no-round = 没有“{ $part }”这一期。请从现有的期次里选
asked-elsewhere = “{ $part }”不归您管。您能看本级和所属单位
summary-beside = 对照：表内{ $own }；有关部门报 { $others }（不相加）
summary-more = 只列前 { $count } 个，全部见表格

asked-which = “{ $part }”是指哪一个？
asked-unclear = 没看懂“{ $part }”。{ $example }
asked-example-summary = 可以写期次、单位、部门、行名，如“汇总 1”“汇总 上期 { $branch } { $row }”
asked-example-trend = 可以写单位、行名、指标，如“趋势 { $branch } { $row } { $column }”
asked-example-why = 请写明哪一行、哪个指标，如“数据来源 { $row } { $column }”
asked-example-status = 可以写地区或部门，如“进度 { $branch }”
asked-example-urge = 可以写地区或单位，如“催报 { $branch }”

round-numbered = 第{ $number }期
figures-round = 当期数
figures-cumulative = 累计
by-rows = 按项目
by-branches = 按地市
by-departments = 按部门
by-units = 按单位
division-branches = 地区
division-departments = 部门
division-units = 单位
division-gone = 已不在名册的单位
alone-picture = 表格图
alone-workbook = Excel
with-drafts = 含未提交
only-corrections = 只看更正
button-trend = 趋势
button-status = 进度
button-summary = 汇总
button-questions = 看提问
button-urge = 催报

status-title = 第{ $number }期进度
status-owing = 未报（已过截止）：{ $names }
status-late-names = 迟报：{ $names }
status-open-branch = { $branch } { $reported }/{ $of }

trend-heading = 各期当期数
trend-cumulative = 各期累计
trend-round = 期次
trend-open = 第{ $number }期（未截止）
trend-counted = 已报 { $reported }/{ $of }
trend-uneven = 各期已报的单位数不同，不能直接比高低
trend-short = 现在只有一期，下期起看得出变化

ranked-heading = 排名
ranked-most = { $column }最{ $rate ->
    [yes] 高
   *[no] 多
  }：{ $names } { $figure }
ranked-least = { $column }最{ $rate ->
    [yes] 低
   *[no] 少
  }：{ $names } { $figure }
ranked-units = 单位排名
ranked-more = 另有 { $count } 个，见图和表格

why-heading = { $name } = { $total } · { $when }
why-units = { $count } 个单位填报，列出 { $shown } 个
why-nobody = 还没有单位填这个数
why-unit = { $unit } { $figure }{ $marks }
why-source = { $when } { $who } · { $way }
why-correction = 更正 { $before } → { $after }（{ $when }，{ $way }）
why-late-reason = 晚报原因：{ $reason }
why-reason = 原因：{ $reason }
why-kept-confirmed = 存疑：{ $what } 单位确认属实，未写原因
why-kept-rule = 不合“{ $rule }”。
why-kept = 存疑：{ $what } 说明：{ $reason }
why-no-corrections = 没有更正过
why-checks = 校验：{ $names }。{ $passed } 个单位通过
why-checks-confirmed = 校验：{ $names }。{ $passed } 个单位通过，{ $kept } 个存疑、有的确认属实但未写原因（{ $doubted }）
why-checks-kept = 校验：{ $names }。{ $passed } 个单位通过，{ $kept } 个存疑、有说明（{ $doubted }）
why-check-columns = { $columns }对照
why-check-figure = 逐数核对
why-which = 要看哪个数？请写明哪一行、哪个指标，如“数据来源 { $row } { $column }”
why-all = 全部 { $count } 个
why-more = 看来源
why-ask = 问这个单位

mark-late = 迟报
mark-after-freeze = 补报
mark-draft = 未提交
mark-taken-off = 核减

urge-nobody = 第{ $number }期没有要催的，都报了
urge-past = 这是第{ $number }期的按钮，现在是第{ $newest }期，没有催。要催第{ $newest }期请按：
urge-sent = 已提醒 { $count } 个单位：{ $names }
urge-one = { $unit }（{ $who }）
urge-none-sent = 这次没有提醒谁
urge-too-soon = 刚提醒过，这次没再发（{ $count } 个）：{ $names }。{ $until } 后可再催
urge-unreachable = 联系不上：{ $names }。请用“邀请”让他们加入
urge-open = 没发成，稍后自动重发：{ $names }
urge-closed = 已锁定，不用再催：{ $names }

inquiry-no-round = 还没有期次，没有数可问
how-to-ask = 没看懂问什么。可以这样问：
  谁没报
  { $unit }报了吗
  { $column }一共多少
  哪个单位{ $column }最多
  要单位说明，写“提问 { $unit } { $row } { $column }为什么这么高”
inquiry-which = 要请哪个单位答复？按了就转给它
inquiry-which-meant = 没有“{ $part }”这个单位。要请哪个答复？按了就转给它
inquiry-what = 想问什么？请在后面写上问题，如“提问 { $unit } { $row } { $column }为什么这么高”
inquiry-none = 没有第 { $number } 问，或已经转出
inquiry-passed = 第 { $number } 问已转{ $unit }，答复会回到这里
inquiry-unreachable = 第 { $number } 问已记下，但联系不上{ $unit }的联络员。请协调员联系
inquiry-heading = 提问 · 第 { $number } 问
inquiry-asks = { $who }：{ $question }
inquiry-figure = { $name } = { $own }（第{ $number }期，全部 { $all }）
inquiry-how = 请回复这条消息，或写“答复 { $number } ……”。填报不受影响，接着原来的填
inquiry-answer = 答复
inquiry-answer-example = 如：单位填错，应为 1.5 万元
inquiry-answer-how = 请把答复写在后面，如“答复 { $number } ……”
inquiry-answer-which = 请写明第几问，如“答复 3 ……”
inquiry-answer-whose = 好几张表都有第 { $number } 问，答复的是哪一张？
inquiry-answered = 第 { $number } 问的答复已转给领导。填报接着原来的填
inquiry-perhaps = 这句还没有存。是答复第 { $number } 问吗？
inquiry-perhaps-yes = 是，答复第 { $number } 问
inquiry-perhaps-long = 这句还没有存。是答复第 { $number } 问的，请回复那条提问，或在前面加上“答复 { $number }”再发
inquiry-back = { $unit }答复 · 第 { $number } 问
inquiry-back-instead = 提问的人已不在岗，答复转给您
inquiry-said = 答：{ $words }
inquiry-question = 问：{ $question }
inquiry-unanswered = 第 { $number } 问一天没有答复，请联系{ $unit }
  问：{ $question }
inquiry-list = 提问 { $count } 条，未答 { $waiting }
inquiry-line = 第 { $number } 问 · { $unit } · { $state }
  { $who }问：{ $question }
inquiry-line-open = { $unit } · { $state }
  { $who }问：{ $question }
inquiry-nobody = 未定单位
inquiry-state-answered = 已答 { $when }
inquiry-state-waiting = 未答（{ $when } 转出）
inquiry-state-open = 未转出
inquiry-empty = 还没有人提问
inquiry-count = 提问 { $count } 条，未答 { $waiting }
posting-no-picture = 图没有画成，数见上表

delivered-post = 汇总表发到领导小组群
delivered-up = 上报表发给协调员
delivered-preview = 预览发给协调员
delivered-opening = 开始填报通知
delivered-remind = 提醒
delivered-urge = 催报
delivered-list = 未报名单发给协调员
delivered-sign = 审核请求和审核结果
why-correction-waiting = 更正 { $before } → { $after }（{ $when }，{ $way }）还没算，等单位说明原因
why-correction-head = 更正 { $before } → { $after }（{ $when }，{ $way }）还没算，等审核
why-kept-unexplained = 存疑：{ $what } 还没说明
why-checks-unexplained = 校验：{ $names }。{ $passed } 个单位通过，{ $kept } 个存疑、有的还没说明（{ $doubted }）

# 问到已经报了的单位
unit-reported = { $unit }第{ $number }期已在{ $when }报送
unit-reported-late = { $unit }第{ $number }期已在{ $when }报送（迟报）
unit-not-yet = { $unit }第{ $number }期还没报（{ $due } 截止）
unit-in-progress = { $unit }第{ $number }期在填，还没报（{ $due } 截止）
unit-dated = { $unit }（{ $when }）
units-reported = { $name }第{ $number }期已报 { $reported }/{ $of }
units-came = 已报：{ $names }
unit-ask-all-the-same = 要问它别的，写“提问 { $unit } ……”
