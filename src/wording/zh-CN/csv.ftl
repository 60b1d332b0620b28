# CSV 文件的表头。

csv-figures = 数据
csv-rounds = 期数
csv-round = 本期
csv-cumulative = 累计
csv-all = 全部
csv-not-applicable = 不适用
