# Words in pictures of tables and in charts.

picture-round = this round
picture-span = in all
picture-cumulative = cumulative
picture-under = { $rounds }, { $figures } · as of { $month }/{ $day } · { $reported } of { $of } reported
picture-under-late = { $rounds }, { $figures } · as of { $month }/{ $day } · { $reported } of { $of } reported, { $late } late
picture-alt = { $title }, { $under }
picture-total = Total
picture-key-zero = 0 reported
picture-key-missing = not reported
picture-key-none = cannot be worked out
picture-key-row = stronger: greater in its row
picture-key-column = stronger: greater in its column
picture-key-late = with late reports
picture-key-corrected = corrected
picture-entries = The total adds firms line by line and counts some of them more than once
chart-open = dashed: round still open
chart-more = { $count } more units are not drawn
chart-late = late
chart-on-time = in time
chart-draft = begun
chart-missing = missing
chart-not-due = not due yet
chart-none = owes nothing
chart-no-figure = not reported
chart-nothing = nothing to show
