# What all exported files share: rounds, dates, names of files.

return-round = Round { $number }
return-rounds = Rounds { $first }-{ $last }
return-day =
    { $day } { $month ->
         [1] January
         [2] February
         [3] March
         [4] April
         [5] May
         [6] June
         [7] July
         [8] August
         [9] September
         [10] October
         [11] November
        *[12] December
    } { $year }
return-file = { $rounds } { $name } { $date }
return-file-leaders = { $rounds } { $name } { $date } leaders
sum-of = { $name } ({ $parts })
return-name-unit = { $name } ({ $unit })
return-name-scope = { $name } ({ $scope })
