# What leaders and coordinators ask: summary, trend, where a figure comes from, status, urging, questions.

summary-round = Round { $number }
summary-span = Rounds { $from }–{ $to } together
summary-cumulative = Cumulative, up to round { $number }
summary-counts-up-to = This round counts up to { $asOf }
summary-still-open = { $now }, not closed yet
summary-nobody = No unit reports here
summary-nobody-yet = Nobody has reported in this round yet; these are the figures up to the round before
summary-came = { $came } of { $due } reports came in{ $late ->
    [0] {""}
   *[other] {" "}({ $late } of them late)
  }
summary-missing-in = Missing in round { $number }: { $names }
summary-with-drafts = With { $count } not submitted: { $names }. Not checked, so no file comes with it
summary-files-follow = The picture and the workbook follow
summary-drafts-no-file = What is not submitted is not made into a file. Ask again without “drafts”
summary-drafts = In progress (not submitted): { $names }
summary-moved = Against last round ({ $count ->
    [one] the { $count } unit
   *[other] the { $count } units
  } in both): { $moves }
summary-moved-most = Against last round ({ $count ->
    [one] the { $count } unit
   *[other] the { $count } units
  } in both), the { $said } largest: { $moves }
summary-noughts = All 0: { $names }
asked-no-round = There is no round “{ $part }”. Choose one that there is
asked-elsewhere = “{ $part }” is not yours to see. You see your own branch
summary-beside = To compare: { $own } in the table; others report { $others } (never added)
summary-more = The first { $count } alone; the workbook has them all

asked-which = Which is meant by “{ $part }”?
asked-unclear = “{ $part }” is not clear. { $example }
asked-example-summary = Name a round, unit, department or item, such as /summary 1 or /summary last { $branch } { $row }
asked-example-trend = Name a unit, item or column, such as /trend { $branch } { $row } { $column }
asked-example-why = Name the item and the column, such as /why { $row } { $column }
asked-example-status = Name a branch or department, such as /status { $branch }
asked-example-urge = Name a branch or unit, such as /urge { $branch }

round-numbered = Round { $number }
figures-round = This round
figures-cumulative = Cumulative
by-rows = By item
by-branches = By city
by-departments = By department
by-units = By unit
division-branches = Branch
division-departments = Department
division-units = Unit
division-gone = No longer in the roster
alone-picture = Picture
alone-workbook = Excel
with-drafts = With drafts
only-corrections = Corrections only
button-trend = Trend
button-status = Status
button-summary = Summary
button-questions = Questions
button-urge = Urge

status-title = Round { $number }
status-owing = Missing, past the due time: { $names }
status-late-names = Late: { $names }
status-open-branch = { $branch } { $reported }/{ $of }

trend-heading = Round by round
trend-cumulative = Cumulative, round by round
trend-round = Round
trend-open = Round { $number } (open)
trend-counted = { $reported }/{ $of } reported
trend-uneven = The rounds count different numbers of units, so their figures cannot be compared directly
trend-short = There is but one round so far; from the next on changes can be seen

ranked-heading = Ranking
ranked-most = { $rate ->
    [yes] Highest
   *[no] Most
  } { $column }: { $names }, { $figure }
ranked-least = { $rate ->
    [yes] Lowest
   *[no] Least
  } { $column }: { $names }, { $figure }
ranked-units = Rank units
ranked-more = { $count } more in the picture and the workbook

why-heading = { $name } = { $total } · { $when }
why-units = { $count ->
    [one] { $count } unit
   *[other] { $count } units
  } reported it, { $shown } shown
why-nobody = No unit has reported this figure yet
why-unit = { $unit } { $figure }{ $marks }
why-source = { $when }, { $who } · { $way }
why-correction = Corrected { $before } → { $after } ({ $when }, { $way })
why-late-reason = Late because: { $reason }
why-reason = Reason: { $reason }
why-kept-confirmed = In doubt: { $what } The unit confirms it, without a reason
why-kept-rule = “{ $rule }” does not hold.
why-kept = In doubt: { $what } Reason given: { $reason }
why-no-corrections = It was never corrected
why-checks = Checks: { $names }. { $passed ->
    [one] { $passed } unit passed
   *[other] { $passed } units passed
  }
why-checks-confirmed = Checks: { $names }. { $passed ->
    [one] { $passed } unit
   *[other] { $passed } units
  } passed, { $kept } in doubt, some confirmed without a reason ({ $doubted })
why-checks-kept = Checks: { $names }. { $passed ->
    [one] { $passed } unit
   *[other] { $passed } units
  } passed, { $kept } in doubt with a reason ({ $doubted })
why-check-columns = { $columns } against each other
why-check-figure = each figure by itself
why-which = Which figure? Name the item and the column, such as /why { $row } { $column }
why-all = All { $count }
why-more = See the source
why-ask = Ask this unit

mark-late = late
mark-after-freeze = after the freeze
mark-draft = not submitted
mark-taken-off = taken off

urge-nobody = Nobody is left to urge in round { $number }: all have reported
urge-past = This button is of round { $number }; it is round { $newest } now, and nobody was reminded. To remind for round { $newest }:
urge-sent = Reminded { $count ->
    [one] { $count } unit
   *[other] { $count } units
  }: { $names }
urge-one = { $unit } ({ $who })
urge-none-sent = Nobody was reminded this time
urge-too-soon = Reminded just now, so not again ({ $count }): { $names }. From { $until } on you may
urge-unreachable = Cannot be reached: { $names }. Let them join with /invite
urge-open = Not sent yet, tried again by itself: { $names }
urge-closed = Locked, nothing to urge: { $names }

inquiry-no-round = There is no round yet, so no figure to ask about
how-to-ask = I cannot read the question. You may ask:
  who has not reported
  has { $unit } reported
  how many { $column } in total
  which unit has most { $column }
  To ask a unit itself: /ask { $unit } { $row } { $column } why so many
inquiry-which = Which unit should answer? A press passes the question to it
inquiry-which-meant = There is no unit “{ $part }”. Which one should answer? A press passes the question to it
inquiry-what = What is the question? Write it behind, such as: /ask { $unit } { $row } { $column } why so high
inquiry-none = There is no question { $number }, or it has gone out already
inquiry-passed = Question { $number } has gone to { $unit }. The answer will come here
inquiry-unreachable = Question { $number } is taken down, but nobody of { $unit } can be reached. Please let the coordinator know
inquiry-heading = Question { $number }
inquiry-asks = { $who }: { $question }
inquiry-figure = { $name } = { $own } (round { $number }; { $all } in all)
inquiry-how = Reply to this message, or write /answer { $number } … Your report stays where it is
inquiry-answer = Answer
inquiry-answer-example = Such as: a slip of ours, it should be 15,000 yuan
inquiry-answer-how = Write the answer behind it, such as /answer { $number } …
inquiry-answer-which = Say which question, such as /answer 3 …
inquiry-answer-whose = More than one return has a question { $number }. Which one does this answer?
inquiry-answered = Your answer to question { $number } has gone to the leaders. Your report goes on where it was
inquiry-perhaps = That was not kept yet. Is it the answer to question { $number }?
inquiry-perhaps-yes = Yes, it answers { $number }
inquiry-perhaps-long = That was not kept yet. If it answers question { $number }, reply to the message that brought it, or send it again behind “/answer { $number }”
inquiry-back = { $unit } on question { $number }
inquiry-back-instead = Whoever asked has left; the answer comes to you
inquiry-said = Answer: { $words }
inquiry-question = Question: { $question }
inquiry-unanswered = Question { $number } has waited a day. Please get in touch with { $unit }
  Question: { $question }
inquiry-list = Questions: { $count }, unanswered { $waiting }
inquiry-line = Question { $number } · { $unit } · { $state }
  { $who }: { $question }
inquiry-line-open = { $unit } · { $state }
  { $who } asks: { $question }
inquiry-nobody = no unit yet
inquiry-state-answered = answered { $when }
inquiry-state-waiting = unanswered (sent { $when })
inquiry-state-open = not sent
inquiry-empty = Nobody has asked anything yet
inquiry-count = Questions: { $count }, unanswered { $waiting }
posting-no-picture = The picture could not be drawn; the figures stand in the table

delivered-post = Table posted to the leadership group
delivered-up = Sheet to send up, to the coordinator
delivered-preview = Preview to the coordinator
delivered-opening = Opening notice
delivered-remind = Reminder
delivered-urge = Urged
delivered-list = List of who is missing, to the coordinator
delivered-sign = approvals asked for, and given
why-correction-waiting = Correction { $before } → { $after } ({ $when }, { $way }) does not count until the unit says why
why-correction-head = Correction { $before } → { $after } ({ $when }, { $way }) does not count until it is approved
why-kept-unexplained = In doubt: { $what } Not explained yet
why-checks-unexplained = Checks: { $names }. { $passed ->
    [one] { $passed } unit
   *[other] { $passed } units
  } passed, { $kept } in doubt, not all explained ({ $doubted })

# Of a unit that has reported by now
unit-reported = { $unit } reported round { $number } on { $when }
unit-reported-late = { $unit } reported round { $number } on { $when }, late
unit-not-yet = { $unit } has not reported round { $number } yet (due { $due })
unit-in-progress = { $unit } is filling in round { $number } and has not reported yet (due { $due })
unit-dated = { $unit } ({ $when })
units-reported = { $name }, round { $number }: { $reported } of { $of } reported
units-came = Reported: { $names }
unit-ask-all-the-same = To ask it something else, write “/ask { $unit } …”
