# 工作簿：表头、表尾、附表。

workbook-head = 填报单位：{ $unit }　　　　填报人：{ $reporter }　　　　电话：{ $phone }
workbook-cumulative = 累计
workbook-round = 本期（第{ $number }期）
workbook-span = 期间合计（{ $rounds }）
workbook-as-of = 数据截至时间：{ $year }年{ $month }月{ $day }日
workbook-notes = 填表说明：

workbook-by-unit = 分单位
workbook-narratives = 工作情况
workbook-standings = 报送情况
workbook-unprinted = 表外数据

workbook-unit = 单位
workbook-standing = 报送情况
workbook-row = 类别
workbook-subtotal = 小计
workbook-total = 合计
workbook-entries = 小计、合计中“{ $names }”按行相加，同一家会计多次
workbook-submitted-at = 报送时间
workbook-submitted-by = 报送人
workbook-number = 回执号
workbook-zero = 零报告
workbook-zero-yes = 是
workbook-kept = 保留的提示及说明
workbook-kept-reason = { $place }：{ $reason }

workbook-standing-on-time = 按时
workbook-standing-late = 迟报
workbook-standing-draft = 填报中
workbook-standing-missing = 未报

workbook-attachments = 附件
workbook-attached-to = 附在
workbook-attached-whole = 整份报表
workbook-attached-file = 文件
workbook-attached-size = 大小
workbook-attached-at = 收到时间
workbook-attached-hash = 标识（发“附件 标识”取）
