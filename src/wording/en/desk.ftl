# What leaders and coordinators ask: summary, trend, where a figure comes from, status, urging, questions.

summary-round = Round { $number }
summary-span = Rounds { $from }–{ $to } together
summary-cumulative = Cumulative, up to round { $number }
summary-still-open = { $now }, not closed yet
summary-nobody = No unit reports here
summary-came = { $came } of { $due } reports came in
summary-with-drafts = With { $count } not submitted: { $names }. Not checked, so no file comes with it
summary-drafts = In progress (not submitted): { $names }
summary-moved = Against last round ({ $count ->
    [one] the { $count } unit
   *[other] the { $count } units
  } in both): { $moves }
summary-noughts = All 0: { $names }
asked-no-round = There is no round “{ $part }”. Choose one. { $example }
asked-elsewhere = “{ $part }” is not yours to see. You see your own branch
summary-beside = To compare: { $own } in the table; others report { $others } (never added)
summary-more = The first { $count } alone; the workbook has them all

asked-which = Which is meant by “{ $part }”?
asked-unclear = “{ $part }” is not clear. { $example }
asked-example-summary = Name a round, unit, department or item, such as /summary 1 or /summary last Fuzhou Masks
asked-example-trend = Name a unit, item or column, such as /trend Fuzhou Masks filed
asked-example-why = Name the item and the column, such as /why Masks screened
asked-example-status = Name a branch or department, such as /status Fuzhou
asked-example-urge = Name a branch or unit, such as /urge Fuzhou
asked-example-ask = Name the unit and the column, such as: why are Fuzhou market’s fines for Masks so high

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
with-drafts = With drafts
only-corrections = Corrections only
button-trend = Trend
button-status = Status
button-summary = Summary
button-urge = Urge

status-title = Round { $number }
status-owing = Missing, past the due time: { $names }
status-late-names = Late: { $names }
status-open-branch = { $branch } { $reported }/{ $of }

trend-heading = Round by round
trend-cumulative = Cumulative, round by round
trend-round = Round
trend-open = Round { $number } (open)
trend-short = There is but one round so far; from the next on changes can be seen

why-heading = { $name } = { $total } · { $when }
why-units = { $count ->
    [one] { $count } unit
   *[other] { $count } units
  } reported it, { $shown } shown
why-nobody = No unit has reported this figure yet
why-unit = { $unit } { $figure }{ $marks }
why-source = { $when }, { $who } · { $way }
why-correction = Corrected { $before } → { $after } ({ $when }, { $way })
why-kept = In doubt: { $what } Reason given: { $reason }
why-no-corrections = It was never corrected
why-checks = { $rules ->
    [one] { $rules } check
   *[other] { $rules } checks
  }: { $passed ->
    [one] { $passed } unit
   *[other] { $passed } units
  } passed{ $kept ->
    [0] {""}
   *[other] , { $kept } in doubt with a reason
  }
why-which = Which figure? Name the item and the column, such as /why Masks screened
why-all = All { $count }
why-ask = Ask this unit

mark-late = late
mark-after-freeze = after the freeze
mark-draft = not submitted
mark-taken-off = taken off
