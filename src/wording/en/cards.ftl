# What cards say beyond the conversation: lists that are ticked on the phone, heads of tables.
interview-ticks-together = That is all
review-head-item = Item
review-head-figures = Reported
