# 命令：帮助、进度、语言，以及不能用的命令。

help-heading = 可以这样用（直接发词，或点按钮）
help-report = 接着填，或看填到哪里
help-zero = 本期没有新情况
help-review = 报送前看全部
help-fix = 改数，如“改 1”
help-back = 回到上一屏
help-withdraw = 截止前收回已报送的
help-form = 本单位的 Excel 表，填好发回；报送后可打印盖章
help-history = 一格的修改经过，如“修改记录 { $row } { $column }”
help-files = 本期的照片和文件
help-submit = 核对后报送
help-status = 报到哪里了
help-summary = 汇总表，如“汇总 上期 { $branch }”“汇总 1-4 累计”
help-why = 一个数怎么来的，如“数据来源 { $row } { $column }”
help-trend = 各期的变化，如“趋势 { $branch }”
help-urge = 提醒还没报的，如“催报 { $branch }”
help-ask = 就一个数问单位，如“提问 { $branch } { $row } { $column } 为什么这么高”
help-questions = 问过的和答复
help-answer = 答复领导的提问，如“答复 3 ……”
help-language = 中文或 English
help-help = 这份说明
help-liaison = 也可以不发命令，直接回答机器人的问题
help-deputy = 与联络员填的是同一份，谁填都算数
help-leader = 汇总表在截止时发到领导小组群
help-city-coordinator = 您能看到本市各单位
help-coordinator = 截止时汇总表发到领导小组群，上报表发给您

command-unknown = 没有“{ $command }”这个命令。您可以用：{ $instead }
command-not-yours = “{ $command }”由{ $roles }使用。您可以用：{ $instead }
not-reporting = 您不用填报。您可以用：{ $instead }

language-which = 用哪种语言？
language-chosen = 好的，以后用中文

status-heading = 第{ $number }期 · { $name }
status-past-none = 这一期没有报送
status-no-round = 没有“{ $part }”这一期。写期次，如“进度 1”；只写“进度”看本期
status-not-begun = 还没开始填，{ $due } 截止
status-to-go = 还差 { $screens } 屏，{ $due } 截止
status-whole = 都填完了，还没报送。{ $due } 截止
status-submitted = 已报送  { $number }，{ $when }
status-submitted-late = 已报送（迟报）  { $number }，{ $when }
status-review = 核对

status-counts = 已报 { $reported }/{ $of }{ $late ->
    [0] {""}
   *[other] （迟报 { $late }）
  } · 在填 { $draft } · 未动 { $missing }
status-due = { $due } 截止
status-was-due = 已于 { $due } 截止
status-branch = 地区
status-reported = 已报
status-late = 迟报
status-draft-count = 在填
status-missing-count = 未动
status-own-level = 本级
status-drafts = 在填：{ $names }
status-draft = { $screens ->
    [0] { $unit }（填完未报送）
   *[other] { $unit }（还差 { $screens } 屏）
  }
status-missing = 未动：{ $names }
names-and-more = { $names }等 { $count } 个
status-unexplained = 已报、存疑未说明：{ $names }
status-waiting = 更正还没算、等说明原因：{ $names }
