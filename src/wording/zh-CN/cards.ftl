# What cards say beyond the conversation: lists that are ticked on the phone, heads of tables.
interview-ticks-together = 选好了
review-head-item = 项目
review-head-figures = 填报内容
