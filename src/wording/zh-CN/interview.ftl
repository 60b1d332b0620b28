# 填报对话。短句，数带单位，下一步放最后。

list-comma = 、
list-semicolon = ；
list-stop = 。
list-and = {" 和 "}
list-either = 或
list-or = {" "}还是{" "}
moment = { $month }月{ $day }日（{ $weekday }）{ $clock }
day-clock = { $month }月{ $day }日 { $clock }
day-ending = { $month }月{ $day }日24时
day = { $month }月{ $day }日
weekday-1 = 周一
weekday-2 = 周二
weekday-3 = 周三
weekday-4 = 周四
weekday-5 = 周五
weekday-6 = 周六
weekday-7 = 周日

figure = { $name }{ $figure }
figure-not-applicable = { $name } 不适用
figure-changed = { $name } { $before } → { $figure }
figure-said = { $unit }（{ $said }）
figure-rounded = { $unit }（{ $said }，按{ $decimals ->
    [0] 整数
   *[other] { $decimals }位小数
  }记）
figure-booked-rounded = （累计{ $booked }，原写{ $said }，按{ $decimals ->
    [0] 整数
   *[other] { $decimals }位小数
  }记）
figure-booked = （累计{ $booked }）
value-not-applicable = 不适用
figure-rate = （{ $name } { $figure }%）
column-with-unit = { $name }（{ $unit }）

opening-heading = 第{ $number }期填报开始 · { $flow }
opening-covers = 统计：{ $from }—{ $to }
opening-covers-first = 统计：{ $from }—{ $to }（首期含期初累计）
opening-due = 报送：{ $due } 前
opening-shifted = 原定 { $regular } 逢休息日，以上面的时间为准
opening-begin = 开始填报
opening-zero = 零报告
opening-form = 下载表样
opening-example = 也可以直接写：{ $example }

reminder-whole = 都填完了，还没报送（{ $due } 截止）
reminder-heading = 还差 { $screens } 屏，约 { $minutes } 分钟（{ $due } 截止）
reminder-heading-least = 至少还差 { $screens } 屏，约 { $minutes } 分钟（{ $due } 截止）
reminder-untouched = 还没开始填（{ $due } 截止）
reminder-untouched-last = 还没开始填，上次用了约 { $minutes } 分钟（{ $due } 截止）
reminder-more = 另 { $count } 屏
overdue-heading = 第{ $number }期已过 { $due }，您单位记为未报。现在报送记迟报。

interview-due = 第{ $number }期，{ $due } 前报送
interview-to-go = 还差 { $figures } 个数，约 { $minutes } 分钟
interview-to-go-least = 至少还差 { $figures } 个数，约 { $minutes } 分钟
interview-already = 已填：{ $figures }
interview-count-zero = 这一屏都是 0 请回“都是0”
interview-refused-which-unit = “{ $part }”是元还是万元？请写明，如 { $part }元
interview-doubt-unclear-reason = “{ $part }”没有当作原因。请写一句为什么，如“上次重复统计”；数不对就直接发新的数
interview-doubt-unclear = “{ $part }”没有当作原因。属实就按“属实，保留”或回“属实”，不属实就发新的数，也可以写一句原因
interview-doubt-no = 数没有动，发要改的数
interview-nothing-or-zero = 这里已有数。要都改成 0 请回“都是0”，不改请回“核对”
review-open = 还差{ $names }
withdrawn-incomplete = 有没填的数，{ $number } 已退回草稿，填完请再报送
interview-echo = ✓ { $what }
interview-ticks-rest = 没选的记 0，报送前列给您核对。也可以直接写名称
interview-ticks-done = 选好了 { $count }
interview-ticks-none = 都没有
interview-ticks-folded = 另 { $count } 种，近三期都是 0
interview-ticks-empty = 还没有选。选好再按，或按“都没有”
interview-ticks-unclear = 没看懂“{ $part }”。请写名称，如 { $example }，或写“都没有”。别的没动
interview-ticks-done-or-none = 已选{ $names }。就这些请回“选好了”，都不要请回“都没有”
interview-ticks-in-part = 已选{ $names }。没有“{ $others }”这一项，没选；选好了回“选好了”
interview-ticks-figures = “{ $part }”还没存：这里先选名称，数随后问。要现在就报，写明哪里、哪一栏，如：{ $example }
interview-ticks-tried = “{ $words }”没存，所以{ $name }也选上，随后问数；没有的回“都是0”
interview-ticks-tried-zero = “{ $words }”没存，没选的已记 0。有数请写明哪里、哪一栏
interview-ticks-filled = { $names } 已填的照旧，其余记 0。要都改成 0，写：{ $names } 都是0
interview-ticks-overwritten = 原来填的 { $count } 个数改成了 0：{ $figures }
interview-figures-ask = 回{ $count ->
    [1] 一个数
    [2] 两个数
    [3] 三个数
    [4] 四个数
    [5] 五个数
    [6] 六个数
   *[other] { $count } 个数
  }，如 { $example }
interview-figures-ask-cumulative = 按累计数回 { $count } 个，如 { $example }
interview-last-cumulative = 上期末累计 { $figures }
unsent-offer = 第{ $number }期填过、没有报送：{ $what }
    要算进本期，请点“并入本期”
unsent-take = 并入本期
unsent-taken = ✓ 已并入第{ $number }期填的 { $what }
    后来又有新增的，请改成合计；没有填过的照常填
unsent-files = 附件 { $count } 个
covers-since = 前面有没报的期次，这次从{ $from }起一并报
interview-last-round = 上期 { $figures }
interview-form-submit = 填好了
interview-form-empty = 表里还没有数。填上再发，没有的写 0
interview-all-zero = 都是 0
interview-skip = 跳过
interview-skipped = 已跳过：{ $question }
interview-text-kept = { $question }（{ $length } 字）
interview-text-example = 直接写，几句话即可
interview-text-required = { $question }不能跳过。没有新情况就写“本期无新增”
interview-text-words = 这里要写文字：{ $question }。刚才的没有存
interview-text-bare = “{ $part }”不是{ $question }的内容，没有存。请写要报的情况；没有新情况就写“本期无新增”
interview-text-long = 写了 { $length } 字，最多 { $max } 字。请缩短再发；刚才的没有存
interview-text-nothing = “{ $part }”没有存：报表里有不是 0 的数。请写{ $question }；没有别的可写，就回“写{ $text }”
interview-text-zero = 写“{ $text }”
interview-text-kept-as = { $question }（{ $length } 字）：{ $text }
interview-text-unwrite = 这不是{ $question }
interview-text-unwritten = 好，刚才那句不算{ $question }，没有存
interview-text-soon = 好，等您。“{ $part }”没有当作{ $question }；想好了直接发
interview-text-not-received = “{ $part }”没有当作{ $question }。这里还没有收到，请直接发给我；没有新情况就写“本期无新增”
interview-text-already = “{ $part }”没有当作{ $question }。本期已经报送，编号 { $receipt }；要改请直接写
interview-text-late = 好，已填的都在。“{ $part }”没有当作{ $question }。第{ $number }期已过 { $due }，发来记迟报
interview-text-later = 好的，不急，已填的都在。“{ $part }”没有当作{ $question }，有空了直接发
interview-choice-unclear = 没看懂“{ $part }”。请选：{ $names }

interview-refused-not-a-figure = 没看懂“{ $part }”。请给数，如 { $example }
interview-refused-names = 没看懂“{ $part }”。这里的栏：{ $names }。可写：{ $example }
interview-refused-about = 没看懂“{ $part }”：请给准数，如 30
interview-refused-which-figure = “{ $part }”能读成不止一个数，请全用数字写，如 15000
interview-refused-fraction = { $column }要整数，收到“{ $part }”
interview-refused-negative = 没看懂“{ $part }”：要核减请写“核减 3”
interview-refused-too-large = “{ $part }”太大了，请核对
interview-count = 这里要 { $asked } 个数，收到 { $got } 个：{ $parts }
interview-count-likeliest = 多半少了{ $columns }。请补全再发
interview-count-names = 依次是：{ $names }
interview-nothing-kept = 什么都没存
interview-nothing-else = 别的没动
interview-either = 是 { $ways }？
interview-twice = “{ $column }”写了两次，请只写一次
interview-error = 对不上：{ $error }
interview-doubt = ⚠ { $doubt }
interview-doubt-ways = 属实请回“是”或写明原因；要改就直接发新的数
interview-doubt-keep = 属实，保留
interview-doubt-mend = 我来改
interview-doubt-kept = 已保留，附原因：{ $reason }
interview-doubt-confirmed = 已保留：您确认属实，没有写原因
interview-doubt-no-of = 数没有动。现在是 { $figures }；写明哪栏改成多少，如：{ $example }
interview-confirmed = 单位确认属实，未写原因
review-confirmed = 您确认属实
interview-not-asked = 这句没有存：眼下没有在等您的数
interview-unread = 没看懂“{ $part }”，没有存
interview-later = 好的，已填的都在。随时发“填报”接着填
interview-yes-or-no = 没看懂“{ $part }”。请回“是”或“否”
interview-yes-or-no-zero = 没看懂“{ $part }”。全部为 0 就回“是”；有数要填就回“否”，再发数

taken-rest = 其余 { $count } 个数都记 0
taken-rest-unsure = 其余的没有记 0：上面有一行不知道是哪里的
taken-rest-none = 没有还空着的数，没有改动
taken-rest-tried = “{ $words }”没存，所以{ $places }没记 0。请写准数；要记 0，再发一次“其余都是0”
taken-rest-tried-where = “{ $words }”没存，不知道是哪里的，其余的先没记 0。请从名称写起；不用报，再发一次“其余都是0”
rest-except = 没存。请分两条写：先写{ $part }的数，再写“其余都是0”
rest-of-screen-or-class = 什么都没存：“{ $part }”也是一类的名称。这一屏没写的都是 0，就把“{ $part }没有”写成“其余0”
rest-or-class = 没存：“{ $part }”也是一类的名称。没填过的都没有，写“其余都是0”；只说这一类，写“{ $row } { $part } 都是0”
taken-all-zero = { $name } 全 0
taken-which-group = “{ $part }”没存，请写明哪一类：{ $names }
taken-unread = 这一行没存：{ $line }
taken-unread-column = 没看出“{ $part }”是哪一栏的数。可写：{ $example }
taken-unread-empty = 没有写数。可写：{ $example }
taken-unread-where = 没看出是哪里的数。从名称写起，如：{ $example }
taken-unread-words = 没看出是哪里的。要当文字报，从名称写起，如：{ $question }：……
taken-led-away-round = “{ $part }”是别的期，这一行没存：这里只收第{ $number }期。要报第{ $number }期，写：{ $rest }
taken-led-away-about = “{ $part }”不是准数，这一行没存。有准数再写：{ $rest }
taken-led-away-not = “{ $part }”和后面的数说不到一起，这一行没存。有数写：{ $rest }
taken-led-away-strange = 没看懂“{ $part }”，这一行没存。是本单位本期的数，写：{ $rest }
taken-led-away-round-place = “{ $part }”是别的期，这一行没存：这里只收第{ $number }期。要报第{ $number }期，写明哪里、哪一栏，如：{ $rest }
taken-led-away-about-place = “{ $part }”不是准数，这一行没存。有准数写明哪里、哪一栏，如：{ $rest }
taken-led-away-not-place = “{ $part }”和后面的数说不到一起，这一行没存。有数写明哪里、哪一栏，如：{ $rest }
taken-led-away-strange-place = 没看懂“{ $part }”，这一行没存。要报数，写明哪里、哪一栏，如：{ $rest }
taken-unread-words-too = 要当文字报，从名称写起，如：{ $question }：……
taken-unread-which = “{ $part }”是哪一栏的？{ $names } 都可能。请写明，如：{ $example }
taken-shared = 一行里写了{ $rows }，数是哪一种的？请分开写，每种一行，从“{ $row }”写起
taken-shared-classes = 一行里写了几类，数是哪一类的？请分开写，每类一行
taken-error = { $place }没存：{ $error }

books-cumulative = 好，这份表按累计数填：我减去以前各期，得出本期数
books-round = 好，这份表按本期数填

sheet-read = 读到 { $figures } 个数，非零 { $nonzero } 个
sheet-blanks-zero = 空着的 { $count } 格按 0 记（表上写明）
sheet-blanks = 空着的 { $count } 个都记 0
sheet-misfit-cell = 没看懂：{ $where } “{ $part }”，没有存
sheet-misfit-fraction = { $where }要整数，表上是“{ $part }”，没有存
sheet-misfit-line = 第 { $number } 行对不上表里的行名或栏名，没有存：{ $part }
sheet-misfit-class = { $names } 在几类里都有，没有存。请在上一行写明类别，如 { $example }
sheet-misfit-width = 每行 { $got } 个数，和表的栏数不符（没有表头时应是 { $asked } 栏）。请连表头一起复制
sheet-misfit-more = 还有 { $count } 处没看懂
sheet-remark-formula-without-result = 这些格是公式、没有算出结果，没有读：{ $places }。请在表格软件里打开、保存后再发
sheet-remark-formula-error = 这些格的公式出错，没有读：{ $places }
sheet-remark-date = 这些格是日期，没有读：{ $places }
sheet-remark-merged = 这些合并的格里有一个数，只记在左上那一格：{ $places }
sheet-remark-hidden = 隐藏的行、列没有读：{ $places }
sheet-rate-off = { $where } 写 { $written }%，和批次数对不上，请核对
sheet-nothing-new = 和已填的一致，没有改动
sheet-other-unit = 这张表是{ $unit }的，不是本单位的，什么都没存。请发“下载表样”拿本单位的表
sheet-other-round = 这张表是第{ $number }期的，现在填第{ $now }期，什么都没存。请发“下载表样”拿这一期的表
sheet-nothing-read = 这张表里没有找到要填的数。请发“下载表样”拿本单位的表，填好发回来

proposal-heading = 下面 { $count } 处要您看一眼：
proposal-left = 还有 { $count } 处，先看这一处：
proposal-where = 哪里
proposal-stands = 已填
proposal-on-sheet = 表上
proposal-change = { $where } { $before } → { $after }
proposal-rate = { $computed } { $written }%，{ $where }按 { $figure }？
proposal-total = { $computed }写 { $written }，各类之和是 { $sum }，按 { $sum }？
proposal-part = { $computed }写 { $written }，各类之和 { $sum }，差的 { $figure } 是 { $where }？
proposal-more = 还有 { $count } 处，按“逐条看”
proposal-take-all = 都采用
proposal-take-one = 采用
proposal-leave-one = 不采用
proposal-one-by-one = 逐条看
proposal-leave = 不要
proposal-taken = ✓ 采用了 { $count } 处
proposal-not-taken = { $count } 处没有采用
proposal-left-alone = { $count } 处不动，以原来的为准
proposal-yes-or-no = 没看懂“{ $part }”。请按下面的按钮，或回“采用”“不要”
submit-proposal = 报送前请先看这几处：

interview-doubts-more = 还有 { $count } 处存疑
interview-doubt-at = ⚠ { $place }：{ $doubt }
interview-doubt-reason = 请回一句原因，原因随这个数一起报；要改就直接发新的数
interview-doubt-keep-all = 都属实，保留
repair = 改为 { $figures }

attached = 收到“{ $name }”，附在{ $to }，共 { $count } 件附件
attached-words = 附言“{ $words }”一并留存，没有当作答案
attached-report = { $number } 这份报表
attached-whole = 整份报表
attached-already = “{ $name }”已经附过了
attached-too-large = “{ $name }”超过 { $most } MB，没有存。请压缩或拍清楚要紧的部分再发
attached-too-many = 一份报表最多 { $most } 件附件，这件没有存
attached-take-away = 撤下这件
attached-taken-away = 已撤下“{ $name }”

amended-nothing = 您改的那条消息没有存过数，什么都没变
amended-overtaken = 那条消息里的数后来又改过，这次没有动。要改请发“改 …”
amended-unclear = 没看懂改后的内容，原来的数没有动。请发“改 …”

digression-greeting = 您好，我在
digression-thanks = 不客气
digression-away = 这句没有存。要请假，发“请假到周四”或“请假3天”，这几天由本单位另一位接着报
digression-due = 第{ $number }期 { $due } 截止
digression-missing = 还差 { $screens } 屏：{ $names }
digression-unknown = 这个我答不上来，请问牵头单位的协调员
digression-unknown-office = 这个我答不上来，请问{ $office }：{ $contact }
digression-unsure = 不清楚就先空着，什么都没存。问清楚再发；要先停下，发“放一放”，回前一屏发“上一屏”
meaning-column = { $column }：按“{ $unit }”计，只报本期新增
meaning-ask = 拿不准的，请问牵头单位的协调员
meaning-ask-office = 拿不准的，请问{ $office }：{ $contact }
meaning-opening = 第1期从{ $from }算起：此前已经做的也一并报在第1期，以后各期只报新增
meaning-opening-later = 期初累计只在第1期报。这一期从{ $from }算起，只报新增；前面没报过的一并报
digression-help = 按题目回数或文字就行；发“帮助”看能用的命令

unchanged-opening = 这里只报本期新增，不照抄上期。没有新增就按“零报告”；有新增直接写数
unchanged-figures = 这里只报本期新增，不照抄上期，数没有动。没有新增按“都是 0”
unchanged-figures-nothing = 这里只报本期新增，数没有动。没有新增按“都是 0”
unchanged-ticks = 这里只报本期新增，不照抄上期。没有新增按“都没有”
unchanged-rest = 已填的数没有动。其余的没有新增，回“其余都是0”
unchanged-kept = 好，数没有动
wrong-not-kept = “{ $part }”没有存：后面还有别的话。对的话请只写：{ $example }
beside-soon = 好，{ $due } 前发来就行，直接发在这里
beside-later = 好，不急，{ $due } 前发来就行，已填的都在
beside-late = 好，已填的都在。第{ $number }期已过 { $due }，发来记迟报
beside-already = 本期已经报送，编号 { $receipt }；要改请直接发
beside-not-received = 第{ $number }期这里还没有收到报送，请发“填报”在这里填（{ $due } 截止）
ditto-not-here = 这里不能写“同上”，请写出来
ditto-nothing = 上期这里没有报，没法“同上”，请写出来
begin-round = 现在填的是第{ $number }期
back = 上一屏
back-first = 这已经是第一屏
withdraw-not-sent = 这期还没有报送，不用撤回
withdraw-closed = 已过截止时间，不能撤回。报错了请发“改 …”或告诉省局协调员
withdraw-ask = 撤回 { $number }？撤回后数都还在，{ $due } 前请再报送，不报送算未报
withdraw-yes = 是，撤回
withdraw-no = 不撤
withdrawn = 已撤回，没有报送。改好请再按“报送”
withdrawn-zero-words = 零报告代写的{ $questions }也去掉了，请再写

review-heading = 核对 · 第{ $number }期 · { $unit }
review-zeros = 记 0：{ $zeros }
review-zero-rows = { $names }全部
review-all-zero = 全 0
review-rest-zero = 其余0
review-kept = ⚠{ $reason }
review-in-doubt = ⚠待说明
review-text = （{ $length } 字）{ $excerpt }
review-skipped = 未填（已跳过）
review-missing = 还差 { $screens } 屏没填
review-mend = 改：回“改 1”重填第 1 行，或直接写“改 { $example }”
review-mend-submitted = 已报送。更正：回“改 1”，或写“改 { $example }”
review-submit = 报送
review-go-on = 接着填
review-tick-again = 重新勾选
review-add = 补充{ $question }
review-later = 放一放
review-nothing = 没有要改的，就按“报送”或回“是”；以后再报按“放一放”
review-nothing-open = 还差 { $screens } 屏没填，不能跳过。按“接着填”，或“放一放”
review-clear-word = 还没报送。要报送请按“报送”或回“报送”；以后再报按“放一放”
review-unclear = 没看懂“{ $part }”。报送请回“报送”；要改写明哪里、哪栏、多少，如：改 { $example }
review-unclear-narrative = 没看懂“{ $part }”，没有存。是{ $question }就发：{ $question }：……；要改数写明哪里、哪栏、多少，如：改 { $example }
review-take-off = 没有删。要把{ $name }的数都改成 0，请回：{ $name } 都是0
review-take-back = 没有删。要改{ $name }，请回：改 { $name }
review-no-place = “{ $figures }”没有存：没写是哪一项。请写明，如：{ $row } { $figures }
review-unclear-sent = 没看懂“{ $part }”，没有改动。要更正写明哪里、哪栏、多少，如：改 { $example }
review-unclear-open = 没看懂“{ $part }”。没填完的请按“接着填”；要改写明哪里、哪栏、多少，如：改 { $example }
review-nothing-sent = 好的，没有改动，报送照旧

receipt = 已报送  { $number }
receipt-corrected = 已更正  { $number }
receipt-with-corrections = 已报送  { $number }（含 { $corrections } 次更正）
receipt-counts = { $when}，共 { $figures } 项，非零 { $nonzero } 项
receipt-words = { $when }
receipt-zero = { $when }，零报告
receipt-form = 我的表（可打印盖章）
receipt-mend = { $due } 前可随时更正，如：改 { $example }
receipt-late = 已过截止时间，这份记迟报

zero-heading = 零报告：第{ $number }期，{ $unit }
zero-figures = 本期 { $figures } 项均为 0，累计不变
zero-text = { $question }写“{ $text }”
zero-text-over = ⚠ 已写的{ $question }（{ $length } 字）会换成“{ $text }”
zero-overwrites = ⚠ 已填的 { $count } 个数会改成 0：{ $figures }
# 引号里代替原话
tried-removed = 之前写的数
tried-others = 还有 { $count } 句以前没存的，也一样
tried-more = 更早的 { $count } 行
zero-tried = ⚠ “{ $words }”没存，也会记 0
zero-signed = 由您签报：{ $name }，{ $when }
zero-yes = 是，报送
zero-no = 不，我有数要填
zero-words-reopened = { $question }原来写“{ $text }”，和这些数不符，请另写
zero-words-stale = { $question }还写着“{ $text }”，和新报的数不符，请重写：
zero-already = 本期已经报送过了，零报告没有做

submit-open = 还不能报送，这里没填：
submit-doubts = 报送前请先说明：
submit-review-first = 请先核对，无误再报送
submit-already = 本期已经报送

fix-what = 改哪一处？按行号写“改 1”，或写明哪里、哪栏、多少
fix-no-line = 核对表里没有第 { $number } 行
fix-which-column = 第 { $number } 行有 { $count } 个数，请写明哪一栏，如：{ $number } { $column }={ $figure }
receipt-fix = 修改
receipt-withdraw = 撤回
fix-which-group = 改哪一类？{ $names }
meant-row = “{ $part }”还没存。是“{ $name }”吗？
meant-row-no = 不是
meant-dropped = “{ $part }”没有存
which-group-figures = { $row }：“{ $part }”是哪一类的？{ $names }
which-place = “{ $part }”是哪里的数？按下面的，或写名称，如：{ $example }
which-place-none = 不是，看核对
which-none = 都不是，不要了
which-leave = 不改了
which-place-first = 是哪里的数？按下面的，或写名称，如：{ $example }
which-place-waits = “{ $part }”还没存
which-place-dropped = “{ $part }”没有存：没选哪里
which-group-or-pair = { $row }：“{ $part }”是哪一类的？{ $names }，还是依次为 { $pair }？
which-pair = { $row }：“{ $part }”依次为 { $pair } 吗？
which-group-waits = “{ $part }”还没存，请先选类别
which-group-first = 请先选类别
which-group-dropped = “{ $part }”没有存：没选类别
fix-unclear = 没看懂改哪里：“{ $part }”。按下面的行号写“改 1”，或写明哪里、哪栏、多少

press-unknown = 这个按钮用不了了。现在该填的在下面
press-other-round = 那是别的期的按钮，没有改动。现在是第{ $number }期：
press-answered = 那一屏已经答过，按钮不再起作用。要改请发：核对
press-outdated = 内容已有变化，请看最新的再确认

# A correction counts before the deadline also where it raises a doubt.
corrected-in-doubt = 已更正  { $number }，已经算数；{ $count } 处存疑还没说明，不说明就带着“存疑、未说明”汇总
corrected-in-doubt-head = 已更正  { $number }，已送{ $head }审核；{ $count } 处存疑还没说明
waiting-changes = { $count } 处更正还没算，先说明原因
waiting-unexplained = { $count } 处存疑还没说明原因
waiting-explain = 说明原因
reminder-unsettled = 已报送 { $number }，还要说明原因（{ $due } 截止）
reminder-unsettled-after = 已报送 { $number }，还要说明原因（{ $due } 已截止）
digression-missing-reason = 数都填了，还要说明：
digression-missing-none = 已报送，不缺什么
digression-missing-unsent = 都填完了，还没报送：发“核对”看一遍再报送
interview-unexplained = 未说明

interview-text-before = 原来写的换掉了：{ $text }
words-where = “{ $part }”还没存。要接在{ $question }后面，还是换掉原来的？原来写的：{ $text }
words-add = 接在后面
words-replace = 换成“{ $rest }”
words-leave = 不改
