# Who reported in time round by round, who late, who not at all (/status all).

season-heading = Rounds { $from }–{ $to }, who reported
season-button = All rounds
season-counts = { $due } reports due: { $time } in time, { $late } late, { $missing } missing
season-rate = { $rate }% in time
season-whole = In time every round: { $count } of { $of } units
season-open = Round { $number } is still open and not counted
season-none-closed = No round is closed yet; it can be seen once one is
season-lagging = Most often late or missing: { $names }
season-unit = { $unit } ({ $late ->
    [0] {""}
   *[other] { $late } late{ $missing ->
        [0] {""}
       *[other] ,{" "}
      }
  }{ $missing ->
    [0] {""}
   *[other] { $missing } missing
  })
season-column-rate = In time
season-column-missing = Missing
season-all-on-time = Everybody was in time every round: { $shown } are drawn, the other { $rest } look the same
season-others-on-time = The { $shown } units drawn are all that were ever late or missing; the other { $rest } were in time every round
season-others = The { $shown } units least often in time; the other { $rest } reach { $rate }% or more
