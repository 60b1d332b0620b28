# Before and after the deadline: reminders, lists, previews, versions, locking and reopening, leave, sign-off.

urged-by = { $by } asks for your report
reminder-later = Remind me later

call-list-heading = Round { $number }: { $count } units have not reported (due { $due }). Please call them
call-list-unit = Unit
call-list-stands = How far
call-list-who = Whom
call-list-phone = Telephone
call-list-draft = { $screens } to go
call-list-nothing = not begun
call-list-more = { $count } more, see /status
call-list-status = See the status

preview-heading = Round { $number }, preview (goes up { $closes })
posting-late = Was due { $due }; late because the system was down
posting-up-version = Round { $number }, sheet to send up · version { $version }
posting-up-again = ⚠ An earlier version went up on { $when }. This one corrects it: please send it after
posting-up-sent = Sent up
posting-kept-one = {"  "}{ $unit } { $place }: { $reason }
posting-rate-before = {" "}(last round { $before })
posting-same = {" "}(as before)
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

status-awaiting = Sent { $number } on { $when }, waiting for your head’s approval

role-head = head of the unit
