# The report in words (Word).

report-period = { $from } to { $to }
report-under = ({ $rounds }, { $period })
report-justified = no
report-numerals = 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15
report-heading = { $number }. { $title }
report-overview = Overview
report-figures = Figures
report-reported = From { $period }, { $reported } of { $of } units reported ({ $late } of them late), { $open } did not.
report-covers = These are the figures of { $reported } of the { $of } units that report, { $period }.
report-reported-rounds = From { $period }, { $reported } of { $of } reports came in ({ $late } of them late), { $open } did not.
report-covers-rounds = These are the figures of { $reported } of the { $of } reports that were due, { $period }.
report-sentence = { $lead } - { $groups }.
report-semicolon = ;{" "}
report-group = { $group }: { $figures }
report-figure = { $name } { $figure } { $unit }
report-beside = To compare with “{ $own }” in the table, never added: { $text }
report-none = no figures
report-table = { $title } ({ $which })
report-nothing = None.
report-appendix-only = Appendix
report-appendix = Appendix { $number }
report-units = Who reported
report-count = Units
report-by = { $unit }:{" "}
