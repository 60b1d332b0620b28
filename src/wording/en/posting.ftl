# Postings and summaries: what the leadership group gets, and what /summary answers.

posting-heading = Return, round { $number } · version { $version }
posting-as-of = Figures up to { $asOf }
posting-reported = Reported { $reported }/{ $of }{ $late ->
    [0] {""}
   *[other] {" "}({ $late } of them late)
  }{ $open ->
    [0] {""}
   *[other] , missing { $open }{ $drafts ->
        [0] {""}
       *[other] {" "}({ $drafts } in progress)
      }
  }
posting-no-figures = What was reported so far is words alone; there is nothing to add up yet
posting-nobody = No unit has reported this round yet, so there is nothing to add up
posting-comma = ,{" "}
posting-figure = { $name } { $figure }
posting-figure-unit = { $name } { $figure } { $unit }
posting-changes = Changes: { $changes }
posting-change = { $name } { $now }, last round { $before } ({ $unit } { $figure })
posting-kept = In doubt: { $count ->
    [one] { $count } place
   *[other] { $count } places
  }, { $count ->
    [one] explained
   *[other] all explained
  }
posting-kept-without = In doubt: { $count ->
    [one] { $count } place
   *[other] { $count } places
  }, { $without }
posting-kept-confirmed = { $count } confirmed without a reason
posting-kept-unexplained = { $count } not explained
posting-missing = Missing: { $names }
posting-drafts = In progress (not counted): { $names }
posting-row = Item
posting-total = Total
posting-entries = Totals of { $names } add the rows, so one firm may count more than once
posting-no-file = The workbook could not be made. Please fetch it later with /summary
posting-up = Round { $number }, sheet to send up
posting-up-how = Check { $sheets } and send it up ({ $first ->
    [round] this round's figures first
   *[cumulative] cumulative figures first
  })
posting-up-beside = { $sheets } is for comparison only and does not go up
posting-up-sheet = “{ $sheet }”
posting-notice = Please note: { $units } — { $notice }
