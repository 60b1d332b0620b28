# Commands: help, status, language, and those that cannot be used.

help-heading = What you can send (or press the buttons)
help-report = go on, or see where you are
help-zero = nothing new this round
help-review = see everything before sending
help-fix = change figures, such as /fix 1
help-back = the screen before
help-withdraw = take a sent report back before the deadline
help-form = your unit's workbook to fill in and send back; once sent, to print and sign
help-history = how a figure came about, such as /history { $row } { $column }
help-files = photos and documents of this round
help-submit = send the report after the review
help-status = where reports stand
help-summary = the table, such as /summary last { $branch } or /summary 1-4 cumulative
help-why = where a figure comes from, such as /why { $row } { $column }
help-trend = figures over the rounds, such as /trend { $branch }
help-urge = remind those who still owe, such as /urge { $branch }
help-ask = ask a unit about a figure, such as /ask { $branch } { $row } { $column }: why so high
help-questions = what was asked and answered
help-answer = answer a leader's question, such as /answer 3 …
help-language = 中文 or English
help-help = this list
help-liaison = No command is needed: simply answer the bot's questions
help-deputy = You and the liaison fill in one and the same report
help-leader = The table is posted to the leadership group at the deadline
help-city-coordinator = You see the units of your city
help-coordinator = At the deadline the table is posted to the leadership group, and the sheet to send up comes to you

command-unknown = There is no command “{ $command }”. You can use: { $instead }
command-not-yours = “{ $command }” is for { $roles }. You can use: { $instead }
not-reporting = You need not report. You can use: { $instead }

language-which = Which language?
language-chosen = English from here on

status-heading = Round { $number } · { $name }
status-past-none = Nothing was sent for this round
status-no-round = There is no round “{ $part }”. Write its number, such as /status 1; /status alone shows the current one
status-not-begun = Not begun yet, due { $due }
status-to-go = { $screens ->
    [one] { $screens } screen
   *[other] { $screens } screens
  } to go, due { $due }
status-whole = All filled in and not sent yet. Due { $due }
status-submitted = Sent  { $number }, { $when }
status-submitted-late = Sent late  { $number }, { $when }
status-review = Review

status-counts = Reported { $reported }/{ $of }{ $late ->
    [0] {""}
   *[other] {" "}({ $late } late)
  } · in progress { $draft } · not begun { $missing }
status-due = Due { $due }
status-was-due = Was due { $due }
status-branch = Branch
status-reported = Reported
status-late = Late
status-draft-count = In progress
status-missing-count = Not begun
status-own-level = Own level
status-drafts = In progress: { $names }
status-draft = { $screens ->
    [0] { $unit } (filled in, not sent)
    [one] { $unit } ({ $screens } screen to go)
   *[other] { $unit } ({ $screens } screens to go)
  }
status-missing = Not begun: { $names }
names-and-more = { $names } … { $count } in all
status-unexplained = Sent, in doubt and not explained: { $names }
status-waiting = Corrections that do not count until the unit says why: { $names }
