# Urgent matters, the problem ledger, clues handed over: matters dealt with one by one.

case-name = { $name } no. { $number }
case-heading = { $name } · { $state }
case-opened-by = { $unit }, { $who }, { $when }
case-step = { $when } { $who }: { $done }
case-step-with = { $when } { $who }: { $done }. { $what }
case-trail = The whole way
case-overdue = ⚠ Past its time limit of { $day }
case-yes = yes
case-done = ✓ { $name }: { $done }
case-nag = { $name } waits for you
case-nag-overdue = { $name } is past its time limit; please see to it
case-nag-others = Nobody has seen to { $name } yet
case-reply-hint = A reply to this message counts as: { $move }

case-whole = Please look it over, then send it
case-send = Send
case-amend = Change: { $what }
case-as-it-was = Leave as it is
case-left-open = ⚠ { $name }: not sent yet. What you wrote is kept
case-go-on = Go on: { $name }
case-back = The one before
case-drop = Do not send
case-confirm = They know; send
case-confirm-please = “{ $part }” was not kept. To change an answer, press its button. Please tell the head of your unit first, then press “They know; send”
case-given-up = All right, nothing was sent
case-not-skipped = This one cannot be left out
case-yes-or-no = “{ $part }” was not kept. To change an answer, press its button. Answer yes to send it, no to leave it
case-words = Please say it in words
case-long = Too long: { $length } characters, { $max } at most. Please shorten it
case-file-please = Please send a photo or a document, or press “Skip”
case-file-ahead = ✓ “{ $name }” received
case-file-instead = ✓ “{ $name }” received in place of “{ $before }”: there is room for one
case-pass-on = { $who } could not be reached: please pass it on
case-file-said = { $name }: { $words }
case-no-file = No file is asked for here; it was not kept
case-unit-how = Write the unit's name, such as { $example }
case-unit-unknown = There is no unit called “{ $part }”. Please write its full or short name
case-unit-several = More than one unit is called “{ $part }”. Which one?
case-in-days = within { $days } days ({ $month }/{ $day })
case-date-how = Or write a date, such as 5-29
case-date-unclear = That is no date I can read. Please write it like 5-29
case-date-past = That day has passed. Please write a coming one

case-not-yours = You cannot open matters of this kind
case-move-not-yours = This step is not yours to take
case-moved-on = This matter has moved on
case-not-opened = This matter was never sent
case-no-reply = Nothing is to be replied to here just now
case-in-private = Please do this in our private chat
case-private = Matters of this kind are dealt with in private chats, never in a group
case-unknown = There is no such matter. To see them all: { $command }
case-not-run = “{ $name }” is not in use here; ask your coordinator if you need it
case-none = { $name }: none
case-none-private = { $name }: only the units concerned and the coordinators see them; none concerns you
case-none-seen = { $name }: none from the units that you answer for
case-list = { $name } · { $open } open, { $closed } closed
case-list-overdue = { $name } · { $open } open ({ $overdue } overdue), { $closed } closed
case-list-more = And { $count } more; write a number to see one
case-begin = Report one
case-view-whole = See it whole
case-view = no. { $number }
case-line = { $number }. { $about }
    { $unit } · { $state }
case-line-due = { $number }. { $about }
    { $unit } · { $state } · limit { $due }
case-line-overdue = { $number }. { $about }
    { $unit } · { $state } · ⚠ overdue ({ $due })

help-urgent = report an urgent matter at any time
help-problem = the problem ledger: enter, deal with, strike off
help-clue = clues handed over: hand over, accept, report back

case-ledger = { $name }: { $open } open
case-ledger-overdue = { $name }: { $open } open, { $overdue } overdue
    ⚠ { $which }{ $more ->
        [yes] {" "}and others
       *[no] {""}
    }
case-ledger-closed = { $name }: { $all } in all, every one closed
case-ledger-left = { $name }: { $all } in all, { $closed } closed, { $open } open{ $overdue ->
    [0] {""}
   *[other] {" "}({ $overdue } overdue)
  }
case-ledger-which = open: { $which }{ $more ->
    [yes] {" "}and others
   *[no] {""}
  }
case-ledger-open = { $case } { $state }
case-ledger-one = No. { $number } ({ $unit })
case-sheet-number = No.
case-sheet-state = State
case-sheet-unit = Entered by
case-sheet-opened = Entered at
case-sheet-due = Time limit
case-sheet-latest = Last step
case-sheet-late = { $day } (overdue)

case-numbers = { $name } no. { $numbers }
interview-offer = { $from }: { $column } would be { $value }
interview-offer-take = { $column } { $value }
interview-offer-unlike = ⚠ { $from } make { $value }; { $place } stands at { $now }
