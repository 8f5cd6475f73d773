#!/usr/bin/env bash
# 取来三个镜像，把它们的摘要写进 .env：以后构建、启动的就是这几个字节，标签指到别处也不跟着变。
# 升级镜像：去掉 .env 里的三行再运行一次。用法：bash config/docker/pin.sh [.env]
set -euo pipefail
file="${1:-.env}"
pin() {
  local name="$1" tag="$2" digest
  docker pull --quiet "$tag" >/dev/null
  digest="$(docker image inspect --format '{{index .RepoDigests 0}}' "$tag")"
  if [[ ! "$digest" =~ @sha256:[0-9a-f]{64}$ ]]; then
    echo "没有取到 $tag 的摘要" >&2
    return 1
  fi
  sed -i "/^$name=/d" "$file"
  echo "$name=$digest" >>"$file"
  echo "$tag → $digest"
}
touch "$file"
pin NODE_IMAGE node:24-bookworm-slim
pin MONGO_IMAGE mongo:7
pin PROXY_IMAGE nginx:1.28
