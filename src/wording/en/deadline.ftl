# Before and after the deadline: reminders, lists, previews, versions, locking and reopening, leave, sign-off.

urged-by = { $by } asks for your report
reminder-later = Remind me later

call-list-heading = Round { $number }: { $count } units have not reported (due { $due }). Please call them
call-list-unit = Unit
call-list-stands = How far
call-list-who = Whom
call-list-phone = Telephone
call-list-draft = { $screens ->
    [0] filled in, not sent
   *[other] { $screens } to go
  }
call-list-nothing = not begun
call-list-more = { $count } more, see /status
call-list-status = See the status

preview-heading = Round { $number }, preview (goes up { $closes })
posting-late = Was due { $due }; it could not go out then
posting-up-version = Round { $number }, sheet to send up · version { $version }
posting-up-again = ⚠ An earlier version went up on { $when }. This one corrects it: please send it after
posting-up-no-group =
    ⚠ The leaders have not got it: the bot is in no leadership group
    Add it to the group and send “/claim” there; it is posted at once
posting-up-sent = Sent up
posting-kept-one = {"  "}{ $unit } { $place }: { $reason }
posting-rate-before = {" "}(last round { $before })
posting-change-by = {" "}({ $change })

revision-heading = Round { $number } · version { $version } (corrects version { $before })
revision-late = Late: { $unit } ({ $when })
revision-late-why = Late: { $unit } ({ $when }, { $reason })
revision-in-time = On time: { $unit } (sent { $when }, received after the close)
revision-cell = Corrected: { $unit } { $place } { $before } → { $after }
revision-cell-why = Corrected: { $unit } { $place } { $before } → { $after } ({ $reason })
revision-words = Corrected: { $unit } words or files ({ $when }, { $reason })
revision-more = { $count } more, see the sheet of changes
revision-blank = blank
revision-totals = Totals: { $changes }
revision-reported = Reported { $reported }/{ $of }

status-awaiting = Sent { $number } on { $when }, waiting for your head's approval

role-head = head of the unit

reason-late-ask = It is past { $due }, so this counts as late. Why is that? Answer in a few words, or press:
reason-correction-heading = Round { $number } has been added up. This corrects it:
reason-correction-ask = Why? The reason goes to the leaders with it. Answer in a few words, or press:
reason-correction-ask-doubt = If the figures are right, say in a sentence why they change; the leaders are told. If not, press “I will mend it”. Or press:
reason-correction-words = Words or files have changed
reason-correction-more = { $count } more
reason-unclear = “{ $part }” was not taken for a reason. Please write one, such as “one entry was left out”
reason-unclear-late = “{ $part }” was not taken for a reason. Please say why it is late, such as “forgot it”
reason-undo = Leave it as it was
reason-wait = Not now
reason-restored = Nothing was changed
reason-late-data = Figures came late
reason-late-checking = Checking the figures
reason-late-away = Nobody at the desk
reason-wrong-entry = Wrong entry
reason-wrong-missed = Left out
reason-wrong-checked = Changed after a check
receipt-mend-after = Closed. To correct it write: /fix { $example }, with the reason
receipt-next-version = The correction goes to the leadership group with the next version
receipt-awaiting = Sent to { $head } for approval; it counts once approved

round-locked = Round { $number } was locked by { $by } on { $when } ({ $reason }). To report after that, ask { $contact } to reopen it.

file-version = version { $version }
workbook-changes = Changes
workbook-changed-in = Version
workbook-changed-how = How
workbook-changed-where = Where
workbook-changed-before = Before
workbook-changed-after = Now
workbook-changed-by = By
workbook-changed-at = When
workbook-changed-why = Why
workbook-changed-late = late
workbook-changed-in-time = sent in time
workbook-changed-corrected = corrected

round-none-closed = No round has closed yet
round-which = There is no round “{ $part }” that has closed. Which of these do you mean?
sent-older = That button belongs to version { $pressed } of round { $number }; the newest is version { $newest }. If the newest has gone up, press below:
sent-recorded = Noted: round { $number } went up on { $when }
sent-without =
    ⚠ What { $names } corrected or sent late has not been posted yet: the table that went up lacks it
    Once the next version is posted, send it up too and note it again
changes-waiting =
    ⚠ Corrections of { $names } are in no table yet: nobody has said why
    One sentence from them brings them into the next version; once the round is locked, /reopen UNIT comes first
sent-lock = Lock this round
lock-sent-up = the figures have gone up
lock-why = To lock round { $number } write a reason; units that come later will read it: /lock the figures have gone up
lock-done = Round { $number } was locked on { $when } ({ $reason }). To reopen it for one unit: /reopen UNIT
reopen-which = There is no unit “{ $part }”. Write its name: /reopen { $unit } until 18:00
reopen-several = Which unit? { $names }
reopen-until = “{ $part }” was not understood. Until when? Such as: until 18:00, until tomorrow 12:00
reopen-done = Round { $number } is open for { $unit } until { $until }; { $name } has been told
reopen-untold = Round { $number } is open for { $unit } until { $until }. The message has not got there yet: please call them
reopened-for-you = { $by } has opened round { $number } for your unit: you can report or correct it until { $until }
reopened-go = Report
help-sent = note that the table has gone up
help-lock = lock a closed round, with the reason
help-reopen = open a round for one unit, such as /reopen { $unit } until 18:00

later-when = When shall I remind you? You can also write a time: /later 18:00, or /later tomorrow
later-hour = In an hour ({ $when })
later-evening = Tonight ({ $when })
later-morning = Tomorrow morning ({ $when })
later-none = It is due too soon for that. Send /report at any time to go on
later-unclear = “{ $part }” was not understood
later-after-due = { $when } is past the deadline ({ $due }); a reminder has to come before it
later-quiet = No reminders are sent at { $when }
later-past = { $when } is over
later-done = I will remind you on { $when }, and not before. Everything you answered is kept
later-not-owed = This round has been sent; nobody will remind you
leave-how = Write the days, month first: /leave 5.21-5.25, or /leave until friday. To cancel: /leave cancel, or some days of it: /leave cancel 5.21
leave-unclear = “{ $part }” was not understood. Write the days, such as /leave 5.21-5.25
leave-days = { $from } to { $to }
leave-past = { $days } is over; nothing was noted
leave-done = Noted: on leave { $days }. { $name } reports meanwhile and has been told
leave-untold = Noted: on leave { $days }. { $name } reports meanwhile. The message has not got there yet: please tell them
leave-nobody = Noted: on leave { $days }. Nobody else can report for your unit then, so reminders still go to you. Please tell the coordinator
leave-stands = On leave { $days }; { $name } reports meanwhile
leave-cancel = Cancel the leave
leave-cancel-days = Cancel { $days }
leave-cancelled = The leave is cancelled ({ $days }); you report again
leave-none = You are not on leave
leave-take-over = { $name } is on leave { $days }. You report meanwhile, and reminders go to you
leave-back = { $name } has cancelled the leave of { $days } and reports again
help-later = be reminded at another time, such as /later 18:00
help-leave = hand over to the deputy, such as /leave 5.21-5.25

sign-approve = Approve
sign-send-back = Send back
sign-from = { $name } asks for your approval:
sign-ask = Sent { $when }, due { $due }. It counts once you approve it
sign-nothing = Nothing of round { $number } waits for your approval
sign-not-asked = Reports need no approval just now
sign-words = Please write what is to be mended, such as /sendback { $example } is wrong
sign-approved = Approved; the report of { $unit } is in, { $number }
sign-sent-back = Sent back to { $unit }; it comes to you again once mended
sign-told-approved = { $name } has approved it; your report is in, { $number }
sign-told-back = { $name } sends it back: { $words }
sign-unreached = Round { $number } waits for { $head }, whom no message reaches. Please call them: /sign shows it
head-missing = { $unit } has not sent its report of round { $number }, due { $due }. Please see to it
head-overdue = { $unit } has not sent its report of round { $number }, which was due { $due }. Please see to it
help-head = Your unit's report counts once you have approved it
help-sign = the report that waits for your approval
help-approve = let it count
help-sendback = back to the liaison, with what is to be mended

day-off-heading = Round { $number } would be due on { $regular }, a day off
day-off-stands = By the rules it is due { $due }; units are told when it opens. Please confirm:
day-off-kept = Keep { $due }
day-off-before = Before: { $due }
day-off-after = After: { $due }
day-off-decided = Round { $number } is due { $due }; units are told when it opens
day-off-opened = Round { $number } has opened; its due time does not change any more
day-off-none = The next round is due on a working day
help-dayoff = what to do when the next round is due on a day off
call-list-heading-unexplained = Round { $number }: all have reported; some figures are in doubt and not explained (due { $due }). Please call
call-list-unexplained = sent, { $count } in doubt
