# 流程文件改动后告诉协调员的话。

flows-adopted = 流程已更新
    { $lines }
flow-new = 新增：{ $name }
flow-changed = { $name }有改动，从第{ $next }期起用
flow-changed-open = { $name }有改动：第{ $open }期仍按原表，下一期起用新表
case-flow-changed = { $name }有改动：在办的按原规则，新报的按新规则
flows-refused = 流程文件有 { $count } 处不对（{ $places }），仍按原来的流程。请改好再存，或运行 npx baosong check 看怎么改
flows-unread = 读不到流程文件（{ $places }），仍按原来的流程。请放回原处，或运行 npx baosong check 看怎么改

which-return = 要填哪一份？
which-return-meant = 是哪一份？
which-round = 第{ $number }期（{ $due }）
which-one = { $name }（{ $due }截止）
