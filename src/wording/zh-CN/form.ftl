# 表样：下载后手工填写的表，以及报送后打印、签字、盖章的表。

form-file = 第{ $number }期-{ $unit }-表样
form-file-sent = 第{ $number }期-{ $unit }-{ $receipt }
form-head = 填报单位：{ $unit }　　填报人：{ $reporter }　　电话：{ $phone }
form-round = 第{ $number }期　　统计时间：{ $covers }

form-filled = 填的是
form-filled-round = 本期
form-filled-cumulative = 累计
form-filled-note = 填的是累计数就改成“累计”
form-blank = 空格按
form-blank-unreported = 未报
form-blank-note = 空着的格按 0 记；改成“未报”则以后再问

form-last = 第{ $number }期 { $figure }
form-not-applicable = 不适用
form-count-warning = { $place }：一般填 0 或以上的整数。仍要这样填吗？
form-amount-warning = { $place }：一般填 0 或以上的数。仍要这样填吗？

form-words = 文字
form-question = 项目
form-answer = 内容
form-hint = 说明
form-required = 必填
form-optional = 可不填
form-ask = { $need }。{ $ask }
form-options = { $hint }（选一项：{ $options }）
form-length-warning = { $question }最多 { $most } 字
form-nothing = 无

form-column = { $label }（{ $unit }）
form-receipt = 编号：{ $number }　　　　报送时间：{ $at }　　　　报送人：{ $by }
form-signature = 负责人签字：　　　　　　　　　　　　（盖章）　　　　　　　　　　　　　　　　年　　　月　　　日
