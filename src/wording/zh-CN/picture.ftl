# 表格图、图表里的字。

picture-round = 本期
picture-span = 期间合计
picture-cumulative = 累计
picture-under = { $rounds } { $figures } · 截至{ $month }月{ $day }日 · 已报 { $reported }/{ $of }
picture-under-late = { $rounds } { $figures } · 截至{ $month }月{ $day }日 · 已报 { $reported }/{ $of }（迟报 { $late }）
picture-alt = { $title }，{ $under }
picture-total = 合计
picture-key-zero = 报了 0
picture-key-missing = 未报
picture-key-none = 无法计算
picture-key-row = 同行比，数越大色越浓
picture-key-column = 同列比，数越大色越浓
picture-key-late = 含迟报
picture-key-corrected = 有更正
picture-entries = “合计”中的企业数按行相加，同一家会计多次
chart-open = 虚线：本期未截止
chart-more = 另有 { $count } 个单位未画出
chart-late = 迟报
chart-on-time = 按时
chart-draft = 填报中
chart-missing = 未报
chart-not-due = 未截止
chart-none = 不用报
chart-no-figure = 未报
chart-nothing = 没有数据
