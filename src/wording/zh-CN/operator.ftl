# 命令行：check、doctor、verify、invite。代码和设置的名字不译。

check-in-order = 无误：{ $flows }；{ $units } 个单位填报
doctor-ok = 正常
doctor-warning = 注意
doctor-error = 错误
doctor-settings-fine = 可用
doctor-campaign-fine = 任务和名册无误
doctor-simulator = 由模拟页面代替手机，只在 127.0.0.1 上
doctor-mend = 请改正；npm run check 逐处列出
doctor-not-there = { $folder } 还没有，第一次启动时建立
doctor-store-fine = 能打开、能读：{ $documents } 份文档
doctor-store-busy = 机器人正在用
doctor-unforeseen = 没有料到的情况，请连同这一行报告给维护者
doctor-nothing-yet = 还没有可查的
doctor-folder-todo = 请把它交给运行机器人的账号，磁盘不能满，也不能是只读
doctor-folder-shut = { $folder } 写不进去（{ $code }）
doctor-folder-open = 本机所有账号都能看 { $folder }
doctor-folder-fine = { $folder } 能写，别的账号看不到
doctor-room = 还有 { $free } MB 可用
doctor-room-todo = 请腾出空间：写不下的回答会被拒收
doctor-clock-behind = { $now } 早于最后一条记录（{ $last }）
doctor-clock-set = 请校准本机时钟：截止和提醒都以它为准
doctor-clock-loose = { $now }，没有看到自动校时
doctor-clock-ntp = 请用 NTP 校时：timedatectl set-ntp true，或 chrony
verify-went = { $documents } 份文档的 { $entries } 条记录、{ $files } 个文件、{ $seals } 次封存
verify-in-order = 完好：{ $went }
verify-findings = 有 { $count } 处不对：{ $went }
verify-entry = { $document } 第 { $entry } 条
verify-unreadable = 读不下去了，后面的没有查：{ $why }；{ $todo }
verify-file = 内容和保存时的不一样
verify-file-unread = 读不出来：{ $why }；{ $todo }
verify-resealed = 和 { $at } 封存的不一样：这一条或之前的被改过，整条链重写过
verify-stripped = 旁边的内容不见了，又没有删除的记录
verify-not-removed = 旁边还留着应删的内容：请再执行一次 person forget
verify-no-file = 所指的文件 { $hash } 不见了
verify-cut-off = 从这一条起被截掉了：{ $at } 时第 { $last } 条还在
verify-inserted = 是插进来的：前面已有这个序号
verify-gap = 前面缺了一条：第 { $entry } 条被删
verify-gaps = 前面缺了几条：第 { $first } 到 { $last } 条被删
verify-changed = 被改过，或者前一条被换过
verify-fold = 这份文档和它的各条记录对不上
verify-end = 封存末尾是 { $end }：另外记下来，日后可证明没有被换过
operator-no-unit = 名册里没有单位 { $unit }，或者那里没有人
operator-no-unit-todo = 请按名册写它的 id 或名称
operator-nobody = { $unit } 没有 { $role }
operator-nobody-todo = 请先加进名册，再邀请
operator-which-unit = { $unit } 可能是 { $units }
operator-which-unit-todo = 请写其中一个 id
operator-which-person = { $unit } 有几位 { $role }：{ $people }
operator-which-person-todo = 请在聊天里邀请：/invite 加 id
operator-invited = { $unit }{ $role }：{ $days } 天内有效，只能用一次；请发 /join { $code }

# 命令为什么执行不了：设置、文件、端口、备份
problem-file-gone = 读不到 { $path }（{ $code }）
problem-file-gone-fix = 把它放到那里，或者在 { $setting } 里写明在哪里
setting-unusable = { $name }={ $value } 不能用：{ $instead }
setting-one-of = 应写其中之一：{ $values }
setting-address = 应写网址，如 https://example.org
setting-port = 应写端口号，如 3000
setting-moment = 应写时间，如 2020-05-19T09:00+08:00
setting-speed = 应写快多少倍，如 60（0 是停住）
setting-domain = 应写 feishu、lark 或一个网址
setting-no-channel = SIMULATOR=off 而又没有接任何平台，机器人无处可说话
setting-no-channel-fix = 去掉 SIMULATOR
setting-simulator-exposed = HOST={ $host } 会把模拟页连同所有人的手机开放到网络上
setting-simulator-exposed-fix = 去掉 HOST；SIMULATOR=on 时不论 HOST 怎么写都只在 127.0.0.1 上运行
setting-simulator-public = PUBLIC_URL 把平台引到这个端口，而 SIMULATOR=on 时所有人的手机也在这个端口上
setting-simulator-public-fix = 去掉 SIMULATOR；要演练就另起一个，换 BAOSONG_DATA 和 PORT，不写 PUBLIC_URL
lark-no-id = 有 LARK_APP_SECRET，却没有 LARK_APP_ID
lark-no-id-fix = 在开发者后台“凭证与基础信息”里查
lark-bad-id = LARK_APP_ID={ $id } 不是 App ID：应为 cli_ 加16位十六进制数字
lark-bad-id-fix = 在开发者后台“凭证与基础信息”里查
lark-no-secret = 有 LARK_APP_ID，却没有 LARK_APP_SECRET
lark-no-secret-fix = 在开发者后台“凭证与基础信息”里查
lark-webhook-needs = 写了 PUBLIC_URL，飞书就用回调来找机器人，还要有 { $name }
lark-webhook-needs-fix = 在开发者后台“事件与回调 > 加密策略”里查
telegram-bad-token = TELEGRAM_BOT_TOKEN 不是机器人的令牌
telegram-bad-token-fix = 从 @BotFather 那里整段复制，样子是 123456:ABC-DEF
telegram-no-secret = 写了 PUBLIC_URL，Telegram 就用回调来找机器人；没有 TELEGRAM_WEBHOOK_SECRET，谁都能冒充
telegram-no-secret-fix = 设成一长串随机字符；或者去掉 PUBLIC_URL，改为机器人自己去取消息
telegram-bad-secret = TELEGRAM_WEBHOOK_SECRET 里有 Telegram 不允许的字符
telegram-bad-secret-fix = 只用 A-Z、a-z、0-9、_ 和 -，最多256个
telegram-bad-address = Telegram 的回调只走 https，端口只能是443、80、88或8443
telegram-bad-address-fix = 在 PUBLIC_URL 里写这样的网址；或者去掉它，改为机器人自己去取消息
port-in-use = { $host } 的端口 { $port } 已被别的程序占用
port-in-use-fix = 停掉那个程序，或者给 PORT 换一个（PORT=0 取任何空闲的）
port-forbidden = 这个账号无权使用端口 { $port }
port-forbidden-fix = 把 PORT 设成1024或更大
host-unknown = { $host } 不是本机的地址（{ $why }）
host-unknown-fix = 把 HOST 设成本机的地址，如 127.0.0.1
cannot-listen = { $host } 端口 { $port }：{ $why }
cannot-listen-fix = 把 HOST 和 PORT 设成本机的地址
nothing-kept = { $folder } 里没有任何记录：还没有机器人在这里运行过
nothing-kept-fix = 把 BAOSONG_DATA 设成机器人所用的文件夹（和服务的设置一样），或者在它的 .env 所在处执行
env-unreadable = 读不了 { $path }（{ $code }）
env-unreadable-fix = 让它是本账号能读的文件；或者拿走它，把设置写进环境变量
folder-too-long = BAOSONG_DATA={ $folder } 路径太长，命令找机器人用的套接字放不下
folder-too-long-fix = 换一个路径不超过 { $longest } 字节的文件夹，如 /var/lib/baosong，或写相对路径
no-socket = 命令找不到 { $folder } 里的机器人（{ $code }）：那里建不了套接字
no-socket-fix = 把 BAOSONG_DATA 设成本机磁盘上、本账号能写的文件夹
not-written-full = 写 { $path } 的空间不够（{ $code }）
not-written-full-fix = 腾出空间，或者写到别的磁盘上；已保存的都还在
not-written-place = { $path } 写不到那里（{ $code }）
not-written-place-fix = 先建好所在的文件夹，或者换一个地方
not-written-shut = { $path } 写不进去（{ $code }）
not-written-shut-fix = 换一个本账号能写的地方
backup-within = { $to } 在 { $folder } 里面，而要备份的正是它：以后每份备份都会带上以前的
backup-within-fix = 写到它外面，最好是另一块磁盘
backup-there = 已经有 { $to } 了
backup-there-fix = 换一个文件名，或者加 --force 替换它
backup-other-end = { $path } 的内容和末尾所记的不符
backup-other-end-fix = 换一份备份
backup-outside = 备份里有文件夹以外的文件：{ $path }
backup-outside-fix = 换一份备份；什么都没有改动
backup-own = 备份里有本应由程序自己保存的文件：{ $path }
backup-own-fix = 换一份备份；什么都没有改动
backup-not-whole = { $path } 不是完整的备份：{ $why }
backup-not-whole-fix = 换一份备份；什么都没有改动
backup-line = 第{ $line }行读不了
backup-packed = 解不开压缩
backup-no-end = 缺少末尾
rehearse-options = --units、--rounds、--seed 要写整数，如 --units 300
operator-broke-off = 正在运行的机器人没有做完
operator-broke-off-fix = 它的日志里有原因；没有只做了一半的事
operator-not-done = 正在运行的机器人没有做成
operator-not-done-fix = 它的日志里有原因（control-failed）；没有只做了一半的事
operator-other-account = { $folder } 属于另一个账号
operator-other-account-fix = 请用运行机器人的账号执行这条命令，如 sudo -u
operator-not-reached = 问不到在 { $folder } 上运行的机器人（{ $code }）
operator-not-reached-fix = 请重启它；或者停下它，再执行这条命令
operator-backed-up = { $to }：{ $documents }份文档的{ $entries }条记录，{ $files }个文件
operator-restored = 已恢复并回读核对：{ $documents }份文档的{ $entries }条记录，{ $files }个文件
operator-invited-in = （机器人没有在运行，邀请码记在 { $folder }：机器人要用这个文件夹，这个码才有效）
operator-moved = 已搬移并核对：{ $documents }份文档的{ $entries }条记录，{ $files }个文件
operator-moved-database = 把 DATABASE_URL 设成该数据库；原来的内容没有动
operator-moved-folder = 设 BAOSONG_DATA={ $to }，去掉 DATABASE_URL；原来的内容没有动
operator-no-moment = { $moment } 不是时间
operator-no-moment-fix = 应写如 2020-06-01T00:00+08:00
operator-no-person = 没有 { $id } 这个人
operator-no-person-fix = 写名册里这个人的 id
operator-forgotten = 已删除{ $documents }份文档中{ $entries }条记录旁的内容；删除一事本身留有记录
operator-forgotten-todo = 名册文件里的姓名和电话也要删去；此前做的备份里还有
operator-forgotten-page = 演练页面另存了说过的话：{ $path }；请停下程序，把这个文件也删掉
export-no-round = 还没有 { $name } 这一期
export-no-round-fix = 写期号或日期，或一段如 1-4，或 all、final
export-no-end =
    还没有哪项任务结束
    { $open }
export-no-end-fix = 在那之前请导出 all，或一段如 1-4
export-endless = { $flow } 没有写 last_due，不会结束
export-to-come = { $flow } 到第{ $number }期为止，{ $closes }
