#!/usr/bin/env bash
# 每天 BACKUP_AT 做一次备份，删去过了保留期的；没有做成就在日志里说，第二天照常。
set -uo pipefail
cli() { node /app/dist/server/cli.js "$@"; }
while :; do
  now=$(date +%s)
  next=$(date -d "today ${BACKUP_AT}" +%s)
  [ "$next" -gt "$now" ] || next=$(date -d "tomorrow ${BACKUP_AT}" +%s)
  sleep $((next - now))
  if cli backup /backups --keep-days "$BACKUP_KEEP_DAYS"; then cli backup prune /backups; else echo "备份没有做成" >&2; fi
done
