# What coordinators are told when a flow's file has changed.

flows-adopted = The flows have changed
    { $lines }
flow-new = New: { $name }
flow-changed = { $name } has changed, from round { $next } on
flow-changed-open = { $name } has changed: round { $open } goes on as it was, the next one takes the change
case-flow-changed = { $name } has changed: what is under way goes on as it was, new ones take the change
flows-refused = A flow's file has { $count } mistakes ({ $places }); the flows stay as they were. Mend and save it; npx baosong check says how
flows-unread = A flow's file cannot be read ({ $places }); the flows stay as they were. Put it back; npx baosong check says how

which-return = Which return?
which-return-meant = Which return do you mean?
which-round = Round { $number } ({ $due })
which-one = { $name } (due { $due })
