# The bot's own sentences: strangers, unknown commands, files, failures, what cannot be done just now.

too-long = That message has { $length } characters; one may have { $most }. Nothing was saved, please send it in parts
trouble = Something went wrong and your message was not saved. Please send it again
trouble-unknown = Something went wrong and it is not certain whether your message was saved. Please look with /review in a few minutes
amended-not-reporting = Editing a sent message has no effect. Please send it anew

unit-not-asked = { $unit } owes nothing in the present returns
round-not-open = Round { $number } has not begun; it opens on { $opens }, and you will be told
round-none = There is no round to report in now
late-now = Round { $number } was due on { $due }; a report sent now counts as late

role-liaison = liaisons
role-deputy = deputies
role-leader = leaders
role-city-coordinator = city coordinators
role-coordinator = coordinators

desk-reminder = Next reminder, { $at }
desk-hour-before = One hour before the deadline, { $at }
desk-deadline = Deadline, { $at }
desk-opening = Next round opens, { $at }

form-how-sent = The sheet of { $number }, to print, sign and stamp; a photo of it may be sent back. Corrections can be made on it and sent back too
form-how-closed = The sheet of { $number }, to print, sign and stamp; a photo of it may be sent back. The round is locked: no figure changes any more
form-how-too-late = Your unit's own sheet. The round is locked and takes no figures; ask the coordinator to open it for you
form-how = Your unit's own sheet. Fill it in and send it back, and I read it. Once the report is sent, this is the one to print, sign and stamp
file-too-large = “{ $name }” is too large (20 MB at most) and was not kept
file-too-much-inside = “{ $name }” holds far more than a filled-in form and was not opened; nothing was kept. Send /form for your unit's own sheet
file-empty = “{ $name }” is empty and was not kept
file-other = “{ $name }” cannot be read: it is neither a workbook nor a photo, PDF or document. It was not kept; save a workbook as .xlsx and send it again
file-not-a-workbook = “{ $name }” is no Excel workbook; nothing was kept. Send /form for your unit's own sheet
file-old-format = “{ $name }” is an old .xls file. Save it as .xlsx and send it again; nothing was kept
file-encrypted = “{ $name }” has a password. Take it off and send it again; nothing was kept
file-damaged = “{ $name }” is damaged or incomplete. Please send it again; nothing was kept
press-in-group = That button no longer works; nothing changed. To see what can be done, write to me in private: /help
file-in-group = In a group words alone are taken; your file was not kept
file-not-reporting = Workbooks and attachments come from liaisons; what you sent was not kept

history-unclear = Please name the cell, such as: /history { $row } { $group } { $column }
history-none = This cell has not been filled in yet
history-blank = empty
history-change = { $when } { $who }: { $what } { $before } → { $after } ({ $way })
history-waits = {" "}⚠ does not count until you say why
history-waits-head = {" "}⚠ does not count until it is approved
history-earlier = { $count } earlier changes are not shown
history-file = workbook “{ $name }”
history-paste = pasted
history-ticked = ticked
history-zero = zero report
history-pressed = a button or form
history-words = “{ $words }”

files-none = No attachments in this round yet
files-heading = { $count } attachments in this round
files-one = { $number } { $unit } · { $to }: { $name } ({ $when })
files-one-said = { $number } { $unit } · { $to }: { $name } ({ $when }) “{ $words }”
files-more = { $count } more are not listed
files-get = Get no. { $number }
files-gone = “{ $name }” cannot be found
