# 各种导出文件共用：期数、日期、文件名。

return-round = 第{ $number }期
return-rounds = 第{ $first }—{ $last }期
return-day = { $year }年{ $month }月{ $day }日
return-file = { $rounds } { $name } { $date }
return-file-leaders = { $rounds } { $name } { $date } 领导参阅
sum-of = { $name }（{ $parts }）
return-name-unit = { $name }（{ $unit }）
return-name-scope = { $name }（{ $scope }）
