# The workbook: heads and feet of the sheets, and the sheets for the leaders.

workbook-head = Reporting unit: { $unit }        Reported by: { $reporter }        Telephone: { $phone }
workbook-cumulative = Cumulative
workbook-round = This round (round { $number })
workbook-span = In all ({ $rounds })
workbook-as-of =
    Figures up to { $day } { $month ->
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
workbook-notes = Notes

workbook-by-unit = By unit
workbook-narratives = Work
workbook-standings = Standings
workbook-unprinted = Off the sheet

workbook-unit = Unit
workbook-standing = Standing
workbook-row = Row
workbook-subtotal = Subtotal
workbook-total = Total
workbook-entries = Totals of { $names } add the rows, so one firm may count more than once
workbook-submitted-at = Submitted at
workbook-submitted-by = Submitted by
workbook-number = Receipt
workbook-zero = Zero report
workbook-zero-yes = yes
workbook-kept = Warnings kept, and why
workbook-kept-reason = { $place }: { $reason }

workbook-standing-on-time = on time
workbook-standing-late = late
workbook-standing-draft = being filled in
workbook-standing-missing = missing

workbook-attachments = Attachments
workbook-attached-to = Attached to
workbook-attached-whole = the report
workbook-attached-file = File
workbook-attached-size = Size
workbook-attached-at = Received
workbook-attached-hash = Mark (get it with /files and the mark)
