# The bot's own sentences: strangers, unknown commands, files, failures, what cannot be done just now.

stranger = This bot collects work reports and answers registered liaisons only. Please ask the lead unit's coordinator to register you
too-long = That message has { $length } characters; one may have { $most }. Nothing was saved, please send it in parts
trouble = Something went wrong and your message was not saved. Please send it again
trouble-unknown = Something went wrong and it is not certain whether your message was saved. Please look with /review in a few minutes
amended = Editing a sent message corrects nothing, so nothing has changed. To correct, send /review, then the line, such as /fix 1
amended-not-reporting = Editing a sent message has no effect. Please send it anew
file-not-read-yet = Received “{ $name }”. Workbooks cannot be read yet, so nothing was saved. Send the figures as text, or /report to go screen by screen
file-not-a-workbook = “{ $name }” is not an Excel workbook, so nothing was saved. Send the figures as text, or /report to go screen by screen
group-private = Please report in a private chat with me

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
