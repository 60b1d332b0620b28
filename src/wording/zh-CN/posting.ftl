# 汇总与发布：发到领导小组群的，和“汇总”命令回的。

posting-heading = 第{ $number }期情况表 · 第{ $version }版
posting-as-of = 数据截至{ $asOf }
posting-reported = 已报 { $reported }/{ $of }{ $late ->
    [0] {""}
   *[other] （其中迟报 { $late }）
  }{ $open ->
    [0] {""}
   *[other] ，未报 { $open }{ $drafts ->
        [0] {""}
       *[other] （{ $drafts } 个在填）
      }
  }
posting-no-figures = 已报的单位都只有文字，还没有可汇总的数
posting-nobody = 本期还没有单位报送，没有可汇总的数
posting-comma = ，
posting-figure = { $name } { $figure }
posting-figure-unit = { $name } { $figure } { $unit }
posting-changes = 变化：{ $changes }
posting-change = { $name } { $now }，上期 { $before }（{ $unit } { $figure }）
posting-kept = 存疑：{ $count } 处，均有说明
posting-kept-without = 存疑：{ $count } 处，其中 { $without }
posting-kept-confirmed = { $count } 处单位确认属实、未写原因
posting-kept-unexplained = { $count } 处未说明
posting-missing = 未报：{ $names }
posting-drafts = 在填（不计入）：{ $names }
posting-row = 项目
posting-total = 合计
posting-entries = 合计中“{ $names }”按行相加，同一家会计多次
posting-no-file = 表格文件没有生成，请稍后发“汇总”再取
posting-up = 第{ $number }期上报表
posting-up-how = 核对后上报{ $sheets }（{ $first ->
    [round] 本期数在前
   *[cumulative] 累计数在前
  }）
posting-up-beside = { $sheets }仅供对照，不上报
posting-up-sheet = “{ $sheet }”
posting-notice = 请留意：{ $units }——{ $notice }
