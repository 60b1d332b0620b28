# The summary at the end of a campaign: the message and the report in words.

final-title = { $name }, final summary
final-title-part = { $title } ({ $part })
final-span = { $count ->
    [one] { $count } round
   *[other] { $count } rounds
  }, { $from } to { $to }
final-due = { $units } units owed { $due } reports and sent { $came }{ $late ->
    [0] {""}
   *[other] {" "}({ $late } late)
  }{ $missing ->
    [0] {""}
   *[other] , { $missing } missing
  }
    In time: { $rate }
final-version = round { $round } version { $version }
final-again = Summary { $number }, new in it: { $which }
final-more = Edit the Word report and send it up; the workbook has the figures
    What still comes late is in a new one on the next working morning

alone-final = Final summary
final-to-come = { $name }: the coordinator gets the final summary when round { $number } closes, { $closes }
    For the sum of all rounds so far: /summary all
final-endless = { $name } has no last round, so there is no final summary
    For the sum of all rounds: /summary all
final-own-chat = { $name }: the final summary names who did not report; please ask in your chat with me

report-by-round = { $unit } ({ $round }):{" "}
workbook-rounds = Round
workbook-on-time-rate = On time
workbook-standing-none = —
workbook-standing-open = not due yet

final-timeliness = Timeliness
final-ledgers = Matters dealt with
final-ledger = { $ledger }.
final-units = How each unit reported
final-came = From { $period }, { $rounds } rounds: { $units } units owed { $due } reports and sent { $came }.
final-rates = Of { $due } reports due, { $on_time } came in time, { $late } late, { $missing } not at all: { $on_time_rate } in time, { $complete_rate } in all.
final-always = Always in time, { $count } units: { $names }{ $more ->
    [yes] {" "}and others
   *[no] {""}
  }.
final-never = Never reported, { $count } units: { $names }{ $more ->
    [yes] {" "}and others
   *[no] {""}
  }.
final-lapses = Rounds late or missing
final-lapse = { $how } { $rounds }
