# 截止前后：催报、名单、预览、各版、锁定与开放、请假、审核。

urged-by = { $by }催报
reminder-later = 稍后提醒

call-list-heading = 第{ $number }期还有 { $count } 个单位没报（{ $due } 截止），请打电话
call-list-unit = 单位
call-list-stands = 填到哪里
call-list-who = 找谁
call-list-phone = 电话
call-list-draft = 差 { $screens } 屏
call-list-nothing = 没动
call-list-more = 还有 { $count } 个，见“进度”
call-list-status = 看进度

preview-heading = 第{ $number }期预览（{ $closes } 上报）
posting-late = 本应 { $due } 发出，因系统停机迟发
posting-up-version = 第{ $number }期上报表 · 第{ $version }版
posting-up-again = ⚠ 上一版已于 { $when } 上报，有更正，请另行补报
posting-up-sent = 已上报
posting-kept-one = 　{ $unit } { $place }：{ $reason }
posting-rate-before = （上期 { $before }）
posting-same = （持平）
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
