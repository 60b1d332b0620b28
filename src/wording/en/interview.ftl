# The interview. Short lines, figures with units, the next step last.

list-comma = {", "}
list-semicolon = {"; "}
list-stop = {". "}
list-and = {" and "}
list-either = {" or "}
list-or = {", or "}
moment = { $weekday } { $day }/{ $month } { $clock }
day-clock = { $day }/{ $month } { $clock }
day-ending = { $day }/{ $month } 24:00
day = { $day }/{ $month }
weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun

figure = { $name } { $figure }
figure-not-applicable = { $name } n/a
figure-changed = { $name } { $before } → { $figure }
figure-said = {" "}{ $unit } ({ $said })
figure-rounded = {" "}{ $unit } ({ $said }, kept { $decimals ->
    [0] whole
   *[other] with { $decimals } decimals
  })
figure-booked-rounded = {" "}(cumulative { $booked }, written { $said }, kept { $decimals ->
    [0] whole
   *[other] with { $decimals } decimals
  })
figure-booked = {" "}({ $booked } to date)
value-not-applicable = n/a
figure-rate = ({ $name } { $figure }%)
column-with-unit = { $name } ({ $unit })

opening-heading = Round { $number } is open · { $flow }
opening-covers = Covers { $from } to { $to }
opening-covers-first = Covers { $from } to { $to } (the first round takes the opening balance)
opening-due = Due { $due }
opening-shifted = The usual day, { $regular }, is a day off; the time above is the one that holds
opening-begin = Begin
opening-zero = Zero report
opening-form = Download the form
opening-example = Or just write: { $example }

reminder-whole = All filled in, not sent yet (due { $due })
reminder-heading = { $screens } { $screens ->
    [one] screen
   *[other] screens
  } to go in about { $minutes } min (due { $due })
reminder-heading-least = At least { $screens } { $screens ->
    [one] screen
   *[other] screens
  } to go in about { $minutes } min (due { $due })
reminder-untouched = Not begun yet (due { $due })
reminder-untouched-last = Not begun yet; the last one took about { $minutes } min (due { $due })
reminder-more = and { $count } more
overdue-heading = Round { $number } was due { $due }; your unit counts as missing. Sent now, it counts as late.

interview-due = Round { $number }, due { $due }
interview-to-go = { $figures } { $figures ->
    [one] figure
   *[other] figures
  } to go, about { $minutes } min
interview-to-go-least = at least { $figures } { $figures ->
    [one] figure
   *[other] figures
  } to go, about { $minutes } min
interview-already = Already there: { $figures }
interview-count-zero = If all of it is 0, reply “all 0”
interview-refused-which-unit = Is “{ $part }” in yuan or in 10,000 yuan? Say which
interview-doubt-unclear-reason = “{ $part }” was not taken as the reason. Write why in a sentence, such as “counted twice before”; if the figure is wrong, send the right one
interview-doubt-unclear = “{ $part }” was not taken for a reason. If the figure is right, reply “correct”; if not, send the new one; or say why in a sentence
interview-doubt-no = No figure has changed. Send the one that should
interview-nothing-or-zero = There are figures here. “all 0” makes them 0, “review” leaves them
review-open = { $names } still to come
withdrawn-incomplete = Some figures are open: { $number } is a draft again. Fill them in and send it once more
interview-echo = ✓ { $what }
interview-ticks-rest = What you leave out counts as 0 and is listed before you send. Names will do as well
interview-ticks-done = Done { $count }
interview-ticks-none = None
interview-ticks-folded = { $count } more, 0 for three rounds
interview-ticks-empty = Nothing is ticked yet. Tick first, or press “None”
interview-ticks-unclear = “{ $part }” is not clear. Write names, such as { $example }, or “none”. Nothing else changed
interview-ticks-done-or-none = Ticked: { $names }. If that is all, write “done”; if none of them, “all zero”
interview-ticks-in-part = Ticked: { $names }. There is no “{ $others }” here, so it is not. When you are through, write “done”
interview-ticks-figures = “{ $part }” is not kept yet: names come first here, figures after them. To give them at once, write where they belong: { $example }
interview-ticks-tried = “{ $words }” was not kept, so { $name } is ticked as well and asked about; where there is nothing, write “all 0”
interview-ticks-tried-zero = “{ $words }” was not kept, and what is not ticked became 0. Where there are figures, write where and which column
interview-ticks-filled = What { $names } had stands, the rest is 0. If that had nothing either, write: { $names } all zero
interview-ticks-overwritten = { $count } figures that stood there are now 0: { $figures }
interview-figures-ask = Reply with { $count } { $count ->
    [one] figure
   *[other] figures
  }, such as { $example }
interview-figures-ask-cumulative = Reply with { $count } cumulative figures, such as { $example }
interview-last-cumulative = to date { $figures }
unsent-offer = Filled in for round { $number } and never sent: { $what }
    To count it in this round, press “Take it over”
unsent-take = Take it over
unsent-taken = ✓ Taken over from round { $number }: { $what }
    Where more came since, change it to the sum; the rest is asked as usual
unsent-files = { $count } { $count ->
        [one] file
       *[other] files
    }
covers-since = Nothing was reported before: this one covers from { $from } on
interview-last-round = last round { $figures }
interview-form-submit = Done
interview-form-empty = The form is empty. Fill it in first; write 0 where there was none
interview-all-zero = All 0
interview-skip = Skip
interview-skipped = Skipped: { $question }
interview-text-kept = { $question } ({ $length } characters)
interview-text-example = Write it here, a few sentences will do
interview-text-required = { $question } cannot be skipped. If there is nothing new, write “nothing new”
interview-text-words = This asks for words: { $question }. The last message was not kept
interview-text-bare = “{ $part }” says nothing of { $question } and was not kept. Write what there is to report; if there is nothing new, write “nothing new”
interview-text-long = That is { $length } characters; { $max } fit. Shorten it and send again; nothing was kept
interview-text-nothing = “{ $part }” was not kept: the report holds figures that are not 0. Please write this: { $question }. If there is no more to say, reply “write { $text }”
interview-text-zero = Write “{ $text }”
interview-text-kept-as = { $question } ({ $length } characters): { $text }
interview-text-unwrite = This is not it: { $question }
interview-text-unwritten = Taken back: that was not kept as { $question }
interview-text-soon = No hurry. “{ $part }” was not taken as { $question }; send it when it is ready
interview-text-not-received = “{ $part }” was not taken as { $question }. Nothing has come in here yet: please send it to me; where nothing is new, write “nothing new”
interview-text-already = “{ $part }” was not taken as { $question }. This round is reported, receipt { $receipt }; to change it, write it here
interview-text-late = All right, everything filled in is kept. “{ $part }” was not taken as { $question }. Round { $number } was due { $due }; what comes now counts as late
interview-text-later = No hurry, everything filled in is kept. “{ $part }” was not taken as { $question }; send it when you have time
interview-choice-unclear = “{ $part }” is not clear. Choose: { $names }

interview-refused-not-a-figure = “{ $part }” is not clear. Send figures, such as { $example }
interview-refused-names = “{ $part }” was not understood. Figures here: { $names }. Write: { $example }
interview-refused-about = “{ $part }” is not exact. Send the exact figure, such as 30
interview-refused-which-figure = “{ $part }” can be read as more than one figure, please write all its digits, such as 15000
interview-refused-fraction = { $column } takes whole numbers; got “{ $part }”
interview-refused-negative = “{ $part }” is not clear: to take off, write “minus 3”
interview-refused-too-large = “{ $part }” is too large; please check
interview-count = { $asked } figures are asked, { $got } came: { $parts }
interview-count-likeliest = Most likely { $columns } is missing. Send them all again
interview-count-names = In order: { $names }
interview-nothing-kept = Nothing was kept
interview-nothing-else = Nothing else changed
interview-either = Is it { $ways }?
interview-twice = “{ $column }” came twice; write it once
interview-error = This does not add up: { $error }
interview-doubt = ⚠ { $doubt }
interview-doubt-ways = If it is right, reply “yes” or say why; to mend it, send the new figures
interview-doubt-keep = It is right
interview-doubt-mend = I will mend it
interview-doubt-kept = Kept, with the reason: { $reason }
interview-doubt-confirmed = Kept: you confirm it, without a reason
interview-doubt-no-of = Nothing is changed. It stands at { $figures }; write which column and how much, such as: { $example }
interview-confirmed = the unit confirms it, without a reason
review-confirmed = confirmed
interview-not-asked = That was not kept: no figure is being asked right now
interview-unread = “{ $part }” is not clear and was not kept
interview-later = All right, everything so far is kept. Send /report to go on
interview-yes-or-no = “{ $part }” is not clear. Reply “yes” or “no”
interview-yes-or-no-zero = “{ $part }” is not clear. If all is 0, reply “yes”; if there are figures, reply “no” and send them

taken-rest = the { $count } figures left are 0
taken-rest-unsure = The rest was not made 0: a line above names no place
taken-rest-none = No figure was left open; nothing changed
taken-rest-tried = “{ $words }” was not kept, so { $places } was not made 0. Write it exactly; if it is 0, send “the rest 0” once more
taken-rest-tried-where = “{ $words }” was not kept and names no place, so the rest was not made 0. Write it with its name; if it can be left out, send “the rest 0” once more
rest-except = Not kept. Write it in two messages: first the figures of { $part }, then “the rest 0”
rest-of-screen-or-class = Nothing was kept: “{ $part }” is the name of a class as well. If all else on this screen is 0, write “rest 0” instead
rest-or-class = Not kept: “{ $part }” is the name of a class too. If all that is still open is nothing, write “the rest 0”; for this class alone, “{ $row } { $part } all 0”
taken-all-zero = { $name } all 0
taken-which-group = “{ $part }” was not kept; say in which class: { $names }
taken-unread = This line was not kept: { $line }
taken-unread-column = “{ $part }”: of which column? Write: { $example }
taken-unread-empty = It has no figure. Write: { $example }
taken-unread-where = It names no place. Begin with a name, such as: { $example }
taken-unread-words = It names no place. To send it as words, begin with the name: { $question }: …
taken-led-away-round = “{ $part }” is another period, so this line was not kept: only period { $number } is taken here. For period { $number } write: { $rest }
taken-led-away-about = “{ $part }” is no exact figure, so this line was not kept. Once it is exact, write: { $rest }
taken-led-away-not = “{ $part }” does not go with a figure, so this line was not kept. If there is one, write: { $rest }
taken-led-away-strange = “{ $part }” is not clear, so this line was not kept. If these are your unit's figures of this period, write: { $rest }
taken-led-away-round-place = “{ $part }” is another round; the line was not kept: only round { $number } is taken here. For round { $number }, say where and of which column, such as: { $rest }
taken-led-away-about-place = “{ $part }” is no exact figure; the line was not kept. With an exact one, say where and of which column, such as: { $rest }
taken-led-away-not-place = “{ $part }” does not go with the figures behind it; the line was not kept. For figures, say where and of which column, such as: { $rest }
taken-led-away-strange-place = “{ $part }” is not clear; the line was not kept. For figures, say where and of which column, such as: { $rest }
taken-unread-words-too = For words, begin with the name, such as: { $question }: …
taken-unread-which = Of which column is “{ $part }”? It may be { $names }. Write it, such as: { $example }
taken-shared = One line names { $rows }: whose figures are they? Write a line for each, beginning with “{ $row }”
taken-shared-classes = One line names several classes: whose figures are they? Write a line for each
taken-error = { $place } was not kept: { $error }

books-cumulative = Good: figures are taken as cumulative, and I take off the earlier rounds
books-round = Good: figures are taken as this round's

sheet-read = Read { $figures } figures, { $nonzero } of them not 0
sheet-blanks-zero = { $count } empty cells count as 0, as the sheet says
sheet-blanks = Make the { $count } empty ones 0
sheet-misfit-cell = Not clear, not kept: { $where } “{ $part }”
sheet-misfit-fraction = { $where } takes a whole number, the sheet has “{ $part }”: not kept
sheet-misfit-line = Line { $number } fits no row or column of the form and was not kept: { $part }
sheet-misfit-class = { $names } stand in several classes and were not kept. Name the class in the line above, such as { $example }
sheet-misfit-width = { $got } figures a line fit no layout ({ $asked } without heads). Copy the heads as well
sheet-misfit-more = { $count } more are not clear
sheet-remark-formula-without-result = Formulas without a result, not read: { $places }. Open and save the file in your spreadsheet, then send it again
sheet-remark-formula-error = Formulas with an error, not read: { $places }
sheet-remark-date = Dates, not read: { $places }
sheet-remark-merged = One figure over merged cells, counted for the upper left one alone: { $places }
sheet-remark-hidden = Hidden rows and columns were not read: { $places }
sheet-rate-off = { $where } says { $written }%, which the batches do not give; please check
sheet-nothing-new = All as it stands already; nothing changed
sheet-other-unit = This sheet is { $unit }'s, not your unit's; nothing was kept. Send /form for your own
sheet-other-round = This sheet is of round { $number }, and round { $now } is being filled in; nothing was kept. Send /form for this round's
sheet-nothing-read = No figure of the form was found on it. Send /form for your unit's own sheet, fill it in and send it back

proposal-heading = Please look at { $count ->
    [one] this one
   *[other] these { $count }
  }:
proposal-left = { $count } to look at; this one first:
proposal-where = Where
proposal-stands = Now
proposal-on-sheet = On the sheet
proposal-change = { $where } { $before } → { $after }
proposal-rate = { $computed } { $written }%: { $where } = { $figure }?
proposal-total = { $computed } says { $written }, its parts come to { $sum }. Take { $sum }?
proposal-part = { $computed } says { $written }, its parts come to { $sum }. Is the missing { $figure } { $where }?
proposal-more = { $count } more; press “One by one”
proposal-take-all = Take all
proposal-take-one = Take it
proposal-leave-one = Leave it
proposal-one-by-one = One by one
proposal-leave = Leave them
proposal-taken = ✓ { $count } taken
proposal-not-taken = { $count } not taken
proposal-left-alone = { $count } left as they were
proposal-yes-or-no = “{ $part }” is not clear. Press a button, or reply “take all” or “leave”
submit-proposal = Before it goes, please look at these:

interview-doubts-more = { $count } more in doubt
interview-doubt-at = ⚠ { $place }: { $doubt }
interview-doubt-reason = Please reply with the reason, which goes along with the figure; to mend it, send the new figures
interview-doubt-keep-all = All are right
repair = Make it { $figures }

attached = “{ $name }” attached to { $to }, { $count } in all
attached-words = “{ $words }” is kept with it, and was not taken for an answer
attached-report = report { $number }
attached-whole = the report
attached-already = “{ $name }” is attached already
attached-too-large = “{ $name }” is larger than { $most } MB and was not kept. Make it smaller and send it again
attached-too-many = A report takes { $most } files; this one was not kept
attached-take-away = Take it off
attached-taken-away = “{ $name }” was taken off

amended-nothing = The message you edited had kept nothing; nothing changed
amended-overtaken = What that message said was changed since, so it stays as it is. To change it, send “/fix …”
amended-unclear = The edited message is not clear; the figures stay as they were. Send “/fix …”

digression-greeting = Hello, I am here
digression-thanks = You are welcome
digression-away = That was not kept. To be away, send “/leave until thursday”: the other person of your unit reports meanwhile
digression-due = Round { $number } is due { $due }
digression-missing = { $screens } { $screens ->
    [one] screen
   *[other] screens
  } to go: { $names }
digression-unknown = I cannot answer that; please ask the lead department's coordinator
digression-unknown-office = I cannot tell. Please ask { $office }: { $contact }
digression-unsure = Leave it open if you do not know; nothing was kept. Send it once you do; “later” stops here, “back” goes to the screen before
meaning-column = { $column }: counted in “{ $unit }”, what is new this round
meaning-ask = In doubt, please ask the coordinator of the lead
meaning-ask-office = In doubt, please ask { $office }: { $contact }
meaning-opening = Round 1 counts from { $from } on: what was done before goes into it, the rounds after it report what is new
meaning-opening-later = The opening balance goes into round 1 alone. This one counts from { $from } on, what is new; what was never reported goes with it
digression-help = Reply with figures or words as asked; /help lists what else there is

unchanged-opening = Only what is new this round is reported here; nothing is copied from last time. Nothing new: press “Zero report”; else just write the figures
unchanged-figures = Only what is new this round is reported here; nothing was copied and no figure changed. Nothing new: press “All 0”
unchanged-figures-nothing = No figure was changed. Where nothing is new on this screen, press “All 0”
unchanged-ticks = Only what is new this round is reported here; nothing is copied from last time. Nothing new: press “None”
unchanged-rest = What is filled in has not changed. If there is nothing new in the rest, reply “the rest 0”
unchanged-kept = All right, no figure has changed
wrong-not-kept = “{ $part }” was not kept: other words follow it. If it is right, write no more than { $example }
beside-soon = All right. By { $due } is fine, just send it here
beside-later = No hurry. By { $due } is fine, everything filled in is kept
beside-late = All right, everything filled in is kept. Round { $number } was due { $due }; what comes now counts as late
beside-already = This round is reported, receipt { $receipt }; to change it, send it here
beside-not-received = No report of round { $number } has come in here yet; send /report to fill it in (due { $due })
ditto-not-here = “Same” cannot be used here; please write it out
ditto-nothing = Nothing was reported here last round; please write it out
begin-round = This is round { $number }
back = Back
back-first = This is the first screen
withdraw-not-sent = This round has not been sent yet; there is nothing to take back
withdraw-closed = The deadline has passed, it cannot be taken back. If something is wrong, send “/fix …” or tell the coordinator
withdraw-ask = Take back { $number }? All figures stay; send it again before { $due }, or it counts as missing
withdraw-yes = Yes, take back
withdraw-no = No
withdrawn = Taken back; nothing is sent now. Press “Send” once it is right
withdrawn-zero-words = What the zero report wrote for { $questions } is gone too: please write it

review-heading = Review · round { $number } · { $unit }
review-zeros = Counted as 0: { $zeros }
review-zero-rows = all of { $names }
review-all-zero = all 0
review-rest-zero = rest 0
review-kept = ⚠{ $reason }
review-in-doubt = ⚠ to be explained
review-text = ({ $length } characters) { $excerpt }
review-skipped = left out (skipped)
review-missing = { $screens } { $screens ->
    [one] screen is
   *[other] screens are
  } still open
review-mend = To mend: “/fix 1” asks line 1 again, or “/fix { $example }”
review-mend-submitted = Sent. To correct: “/fix 1”, or “/fix { $example }”
review-submit = Send
review-go-on = Go on
review-tick-again = Tick again
review-add = Add { $question }
review-later = Later
review-nothing = With nothing to change, press “Send” or answer yes; “Later” leaves it for another time
review-nothing-open = { $screens ->
    [one] One screen is open and cannot be skipped
   *[other] { $screens } screens are open and cannot be skipped
  }. Press “Go on” or “Later”
review-clear-word = Nothing is sent yet. To send it press “Send” or reply “send”; “Later” leaves it for another time
review-unclear = “{ $part }” is not clear. To send, reply “send”; to mend, say where, which column and how many, such as: /fix { $example }
review-unclear-narrative = “{ $part }” is not clear and was not kept. If it belongs to { $question }, send: { $question }: …; to mend a figure, say where, which column and how many, such as: /fix { $example }
review-take-off = Nothing was removed. To set every figure of { $name } to 0, reply: { $name } all 0
review-take-back = Nothing was removed. To change { $name }, reply: /fix { $name }
review-no-place = “{ $figures }” was not kept: it does not say of what. Write it so: { $row } { $figures }
review-unclear-sent = “{ $part }” is not clear, nothing was changed. To correct, write where, which column and how much, such as: /fix { $example }
review-unclear-open = “{ $part }” is not clear. Press “Go on” to fill in the rest; to mend, write where, which column and how much, such as: /fix { $example }
review-nothing-sent = Nothing is changed; the report stands as it was sent

receipt = Sent  { $number }
receipt-corrected = Corrected  { $number }
receipt-with-corrections = Sent  { $number } (with { $corrections ->
    [1] a correction
   *[other] { $corrections } corrections
  })
receipt-counts = { $when }, { $figures } figures, { $nonzero } not 0
receipt-words = { $when }
receipt-zero = { $when }, zero report
receipt-form = My sheet (to print and sign)
receipt-mend = It can be corrected until { $due }: /fix { $example }
receipt-late = The deadline has passed; this one counts as late

zero-heading = Zero report: round { $number }, { $unit }
zero-figures = All { $figures } figures of this round are 0; cumulative figures stay
zero-text = { $question } will say “{ $text }”
zero-text-over = ⚠ { $question }, { $length } characters so far, will say “{ $text }” instead
zero-overwrites = ⚠ { $count } figures that stand there will become 0: { $figures }
# stands in the quotation marks in place of words
tried-removed = figures written before
tried-others = So it is with { $count } earlier ones that were not kept
tried-more = { $count ->
    [one] an older line
   *[other] { $count } older lines
    }
zero-tried = ⚠ “{ $words }” was not kept and will be 0 too
zero-signed = Signed by you: { $name }, { $when }
zero-yes = Yes, send
zero-no = No, I have figures
zero-words-reopened = { $question } said “{ $text }”, which these figures contradict: please write it anew
zero-words-stale = { $question } still says “{ $text }”, which the figures contradict. Please write it anew:
zero-already = This round was sent already; no zero report was made

submit-open = Not yet: this is still open:
submit-doubts = Before it goes, please explain:
submit-review-first = Please review it first, then send
submit-already = This round was sent already

fix-what = What is to be mended? A line by its number, “/fix 1”, or the row, the column and the figure
fix-no-line = The review has no line { $number }
fix-which-column = Line { $number } has { $count } figures; say which column, such as: { $number } { $column }={ $figure }
receipt-fix = Correct
receipt-withdraw = Take back
fix-which-group = In which class? { $names }
meant-row = “{ $part }” is not kept yet. Is “{ $name }” meant?
meant-row-no = No
meant-dropped = “{ $part }” was not kept
which-group-figures = { $row }: “{ $part }”: in which class? { $names }
which-place = “{ $part }”: where do these belong? Press, or write the name, such as: { $example }
which-place-none = None, back to review
which-none = None of these, drop it
which-leave = Leave it
which-place-first = Where do the figures belong? Press, or write the name, such as: { $example }
which-place-waits = “{ $part }” is not kept yet
which-place-dropped = “{ $part }” was not kept: no place was chosen
which-group-or-pair = { $row }: of which class are “{ $part }”: { $names }, or in turn { $pair }?
which-pair = { $row }: are “{ $part }” in turn { $pair }?
which-group-waits = “{ $part }” is not kept yet: choose its class first
which-group-first = Choose the class first
which-group-dropped = “{ $part }” was not kept: no class was chosen
fix-unclear = It is not clear what to mend: “{ $part }”. Use a line number, “/fix 1”, or name the row, the column and the figure

press-unknown = That button no longer works. What is asked now:
press-other-round = That button belongs to another round; nothing changed. Now it is round { $number }:
press-answered = That screen was answered; its button does nothing now. To change it, send /review
press-outdated = Something has changed since; please look again before you confirm

# A correction counts before the deadline also where it raises a doubt.
corrected-in-doubt = Corrected  { $number }; it counts. { $count ->
    [one] 1 figure is
   *[other] { $count } figures are
} in doubt and not explained; without a word it goes up as “in doubt, not explained”
corrected-in-doubt-head = Corrected  { $number }, with { $head } for approval; { $count } in doubt, not explained yet
waiting-changes = { $count } { $count ->
    [one] correction does
   *[other] corrections do
} not count yet: say why first
waiting-unexplained = { $count } in doubt, not explained yet
waiting-explain = Say why
reminder-unsettled = Sent { $number }; a reason is still wanted (due { $due })
reminder-unsettled-after = Sent { $number }; a reason is still wanted (was due { $due })
digression-missing-reason = Every figure is there; still to be explained:
digression-missing-none = Sent, and nothing is missing
digression-missing-unsent = All filled in, not sent yet: /review shows it once more and sends it
interview-unexplained = not explained

interview-text-before = It replaces: { $text }
words-where = “{ $part }” is not kept yet. Add it to { $question }, or put it in place of what stands there? That reads: { $text }
words-add = Add it at the end
words-replace = Replace by “{ $rest }”
words-leave = Leave as it is
