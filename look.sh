INSTA_UPDATE=always cargo test --test it screen:: 2>&1 | grep -E "^(error|warning|test |failures|thread|assert)" -A7 | head -${1:-80}
