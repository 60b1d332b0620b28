# 各期谁按时报、谁迟报、谁没报（“进度 各期”）。

season-heading = 第{ $from }—{ $to }期报送情况
season-button = 各期
season-counts = 应报 { $due } 份，按时 { $time }，迟报 { $late }，未报 { $missing }
season-rate = 按时率 { $rate }%
season-whole = 各期都按时：{ $count } 个单位（共 { $of } 个）
season-open = 第{ $number }期还未截止，不计入
season-none-closed = 还没有截止的期次，截止后看得出
season-lagging = 迟报、未报最多：{ $names }
season-unit = { $unit }（{ $late ->
    [0] {""}
   *[other] 迟报 { $late }{ $missing ->
        [0] {""}
       *[other] 、
      }
  }{ $missing ->
    [0] {""}
   *[other] 未报 { $missing }
  }）
season-column-rate = 按时率
season-column-missing = 未报
season-all-on-time = 各期都按时；只画 { $shown } 个单位，其余 { $rest } 个也是
season-others-on-time = 只画有迟报、未报的 { $shown } 个单位；其余 { $rest } 个各期都按时
season-others = 只画按时率最低的 { $shown } 个单位；其余 { $rest } 个不低于 { $rate }%
