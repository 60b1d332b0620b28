# People: strangers, inviting and joining, hand-over, the leadership group.

stranger =
    This bot collects returns from registered liaisons only.
    With an invitation code, send: /join CODE

help-join = register with a code, as in /join 7KQM-2XHD-9RTA
help-claim = said in a group: the table is posted there

join-how = Write the code behind /join, as in /join 7KQM-2XHD-9RTA
join-refused =
    This code does not work: mistyped, used, expired, or tried too often.
    Check it and send it again in a quarter of an hour, or ask the coordinator for another
join-welcome = Registered: { $unit }, { $role }
join-who =
    Please reply with your name and office telephone for the head of the form, as in
    Zhang San 0591-87654321
join-noted = The form will show { $name }, telephone ending { $tail }
join-report = Report
join-help = Help

handed-over = Somebody else is now the { $role } of { $unit }; your registration here has ended. If that is wrong, ask the coordinator
handed-over-told = { $unit }, { $role }: somebody new has registered on { $channel }; the old registration has ended
unreachable-told = { $unit }, { $role }, has blocked the bot on { $channel } and gets no notices. Call them, or send /people to see who else there is
alarm-account-locked = Somebody on { $channel } sent 5 wrong codes in a row; theirs are refused for a while
alarm-all-locked = 100 wrong codes within an hour: no codes are taken for an hour

channel-telegram = Telegram
channel-lark = Lark
channel-simulator = the simulator

group-greeting =
    This bot collects returns.
    To have the table posted here, the coordinator presses the button below or sends /claim in this group
group-claim = This is the leadership group
group-claimed = This is now { $group }; the table is posted here from here on
group-is = This is { $group } already
group-which = Which group is this?
group-none = The roster has no leadership group. Add one under groups (leadership: true), then send this again
group-elsewhere = The table goes to another group from here on, no longer to this one
group-removed = The bot was removed from { $group }; the table cannot be posted there. Add it again and send /claim in the group

elsewhere-own-chat = { $command } is for groups
elsewhere-leadership-group = Please use { $command } in our private chat
elsewhere-other-group = { $command } cannot be used in this group. Please use it in our private chat

post-liaison = liaison
post-deputy = deputy liaison
post-head = head of the unit
post-leader = leader
post-city-coordinator = city coordinator
post-coordinator = coordinator

help-invite = a code for somebody, as in /invite { $unit } or /invite { $unit } deputy

invite-how = Write the unit, as in /invite { $unit } or /invite { $unit } deputy
invite-made = A code for { $unit }, { $role }: good for { $days } days, once. Forward these words:
invite-replaces = Somebody holds this post now. Once the code is used, their registration ends
invite-forward =
    { $unit }, { $role }: please register with the reporting bot by sending
    /join { $code } NAME TELEPHONE
invite-no-unit = The roster has no { $part }. Write the unit's name, as in /invite { $unit }
invite-nobody = In the roster { $unit } has no { $role }. Add the person there, then send this again
invite-which-unit = Which unit?
invite-which-person = Who is it?

help-people = who has registered and who has not; invite, or end a registration

people-all = everybody
people-heading = People · { $name } · { $count }
people-counts = registered { $here } · not yet { $missing } · out of reach { $unreachable }
people-unit = unit
people-here = registered
people-not-here = not yet
people-not-reached = out of reach
people-missing = Not yet: { $names }
people-is-missing = not yet registered
people-blocked = { $channel } (has blocked the bot)
people-invite = Invite { $role }
people-end = End { $role }
people-end-sure = End the registration of { $unit }, { $role }? What was reported stays; they lose access at once
people-end-yes = End it
people-end-no = Keep it
people-ended = The registration of { $unit }, { $role }, has ended. For somebody new, send /invite
people-was-ended = The coordinator has ended the registration of { $unit }, { $role }. If in doubt, ask the coordinator
people-not-yourself = You cannot end your own registration
people-unclear = Found no { $part }. Write a unit's name, as in /people { $unit }, or /people alone

roster-adopted = The roster has changed
roster-units-added = Units added: { $names }
roster-units-gone = Units removed: { $names } (open rounds stay as they are)
roster-units-moved = Units that belong elsewhere now: { $names }
roster-people-added = People added: { $names }. Send /invite so that they can register
roster-people-gone = People removed: { $names }; they have no access from now on
roster-people-moved = People with another post: { $names }
roster-refused = The roster file has { $count } mistakes (lines { $lines }); the roster stays as it was. Mend and save it; npx baosong check says how
roster-unread = The roster file cannot be read; the roster stays as it was. Put it back; npx baosong check says how
roster-lacks = The roster file is not taken up and the roster stays as it was: { $what }, which the flows in use name. Add it and save the file, or mend the flows' files as well

unit-and-post = { $unit } ({ $role })

invite-again = This message has had its code. If you did not see it, send /invite again
