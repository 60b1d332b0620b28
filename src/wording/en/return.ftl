# What all exported files share: rounds, dates, names of files.

return-round = Round { $number }
return-rounds = Rounds { $first }-{ $last }
return-day = { $year }-{ $month }-{ $day }
return-file = { $rounds } { $name } { $date }
return-file-leaders = { $rounds } { $name } { $date } for leaders
