#!/bin/sh
# A command of Baosong as the service of baosong.service would run it: its account, its settings, its folder.
# Installed as /usr/local/bin/baosong, run as root: `sudo baosong doctor`.
set -ae
. /etc/baosong/settings.env
NODE_ENV=production BAOSONG_DATA=/var/lib/baosong
set +a
cd /opt/baosong
exec runuser -u baosong -- node src/baosong.js "$@"
