#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Tallylight developers
# SPDX-License-Identifier: GPL-3.0-or-later

# The real AWS command line against a real tallylight-demo-region: an outside opinion on signatures, shapes, paging
# and errors. Usage: awscli_test.sh PROGRAM MODELS_DIR WORK_DIR
# Ends with 77 (skipped) where there is no aws or no jq.
#
# TALLYLIGHT_AWS names the aws to use; otherwise the distribution's is preferred to whatever PATH finds first.
set -u
program=$1
models=$2
work=$3

aws=${TALLYLIGHT_AWS:-}
[ -n "$aws" ] || { [ -x /usr/bin/aws ] && aws=/usr/bin/aws; }
[ -n "$aws" ] || aws=$(command -v aws || true)
if [ -z "$aws" ]; then
    echo "SKIPPED: the AWS command line (package awscli) is not installed"
    exit 77
fi
if ! command -v jq >/dev/null; then
    echo "SKIPPED: jq is not installed"
    exit 77
fi

rm -rf "$work"
mkdir -p "$work/home"
failures=0
region_pid=

finish() {
    if [ -n "$region_pid" ]; then
        kill "$region_pid" 2>/dev/null
        wait "$region_pid" 2>/dev/null
    fi
}
trap finish EXIT
trap 'exit 1' INT TERM

# Nothing of the person's own set-up may reach the test, and nothing may be asked of any other host.
unset AWS_PROFILE AWS_DEFAULT_PROFILE AWS_SESSION_TOKEN AWS_CA_BUNDLE AWS_REGION HTTP_PROXY http_proxy ALL_PROXY all_proxy
export HOME="$work/home"
export AWS_CONFIG_FILE="$work/home/config" AWS_SHARED_CREDENTIALS_FILE="$work/home/credentials"
export AWS_EC2_METADATA_DISABLED=true AWS_PAGER='' AWS_MAX_ATTEMPTS=1 AWS_DEFAULT_OUTPUT=json NO_PROXY='*'

value() { sed -n "s/^$1: //p" "$work/region.txt"; }

# open_region ARGUMENTS…: starts a region and points aws at it.
open_region() {
    finish
    : >"$work/region.txt"
    "$program" --port 0 "$@" >"$work/region.txt" 2>"$work/region.err" &
    region_pid=$!
    tries=0
    while [ "$(wc -l <"$work/region.txt")" -lt 4 ]; do
        tries=$((tries + 1))
        if [ $tries -gt 300 ] || ! kill -0 "$region_pid" 2>/dev/null; then
            echo "FAIL: the demo region did not come up"
            cat "$work/region.err"
            exit 1
        fi
        sleep 0.1
    done
    endpoint=$(value endpoint)
    AWS_DEFAULT_REGION=$(value region)
    AWS_ACCESS_KEY_ID=$(value "access key id")
    AWS_SECRET_ACCESS_KEY=$(value "secret access key")
    export AWS_DEFAULT_REGION AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY
}

call() { "$aws" --endpoint-url "$endpoint" "$@"; }

# expect NAME JQ_CONDITION aws-arguments…: the answer is JSON for which the condition holds.
expect() {
    name=$1
    condition=$2
    shift 2
    if call "$@" >"$work/out.json" 2>"$work/err.txt" && jq -e "$condition" "$work/out.json" >/dev/null; then
        echo "ok: $name"
    else
        echo "FAIL: $name"
        echo "  wanted: $condition"
        head -c 2000 "$work/out.json"
        head -c 2000 "$work/err.txt"
        failures=$((failures + 1))
    fi
}

# refuse NAME WORDS aws-arguments…: the call fails and says so with these words.
refuse() {
    name=$1
    words=$2
    shift 2
    if call "$@" >"$work/out.json" 2>"$work/err.txt"; then
        echo "FAIL: $name succeeded"
        failures=$((failures + 1))
    elif grep -q "$words" "$work/err.txt"; then
        echo "ok: $name"
    else
        echo "FAIL: $name"
        head -c 2000 "$work/err.txt"
        failures=$((failures + 1))
    fi
}

"$aws" --version
open_region --no-limit --seed 7 --scenario storm --time-factor 10 --channels 24 --inputs 30

expect "list-channels" \
    '(.Channels | length) == 24 and (.Channels | map(.Id) | unique | length) == 24 and (.Channels | all(.Arn | startswith("arn:aws:medialive:eu-central-1:123456789012:channel:")))' \
    medialive list-channels
cp "$work/out.json" "$work/channels.json"
expect "list-channels in pages of 5 is the same" \
    "([.Channels[].Id]) == $(jq -c '[.Channels[].Id]' "$work/channels.json")" \
    medialive list-channels --page-size 5
expect "list-channels, the first 7" '(.Channels | length) == 7 and (.NextToken | length) > 0' \
    medialive list-channels --page-size 3 --max-items 7
token=$(jq -r .NextToken "$work/out.json")
expect "list-channels, the rest" '(.Channels | length) == 17 and .NextToken == null' \
    medialive list-channels --page-size 3 --starting-token "$token"
expect "list-channels, one page by hand" '(.Channels | length) == 4 and (.NextToken | contains("+/="))' \
    medialive list-channels --no-paginate --max-results 4
token=$(jq -r .NextToken "$work/out.json")
expect "list-channels, the next page by hand" \
    "(.Channels | map(.Id)) == $(jq -c '[.Channels[4:8][].Id]' "$work/channels.json")" \
    medialive list-channels --no-paginate --max-results 4 --next-token "$token"
expect "list-inputs" '(.Inputs | length) == 30 and (.Inputs | map(.Type) | unique | length) > 10' \
    medialive list-inputs --page-size 4
input=$(jq -r '.Inputs[0].Id' "$work/out.json")
expect "describe-input" ".Id == \"$input\"" medialive describe-input --input-id "$input"
# In a storm two of five channels stay as they are; the fifth has two pipelines.
running=$(jq -r '.Channels[4].Id' "$work/channels.json")
expect "describe-channel" \
    ".Id == \"$running\" and (.PipelineDetails | length) >= 1 and (.EncoderSettings.OutputGroups | length) >= 1" \
    medialive describe-channel --channel-id "$running"
refuse "describe-channel of none" NotFoundException medialive describe-channel --channel-id 1
refuse "start-channel is not offered" MissingAuthenticationToken medialive start-channel --channel-id "$running"
refuse "a made-up token" BadRequestException medialive list-channels --no-paginate --next-token nonsense

# Older versions of the command line don't know ListAlerts yet. The same client is then given the model of that one
# call, the way botocore is meant to be extended; a version that knows the call uses its own.
if "$aws" medialive list-alerts help >/dev/null 2>&1; then
    echo "list-alerts: known to this aws"
else
    echo "list-alerts: taught to this aws by $models"
    export AWS_DATA_PATH="$models"
fi
# In a storm something is always wrong somewhere; ask around until an alert is found, at most four times each.
found=
for channel in $(jq -r '[.Channels[].Id] | . + . + . + . | .[]' "$work/channels.json"); do
    call medialive list-alerts --channel-id "$channel" --state-filter SET >"$work/out.json" 2>"$work/err.txt" || break
    if jq -e '.Alerts | length > 0' "$work/out.json" >/dev/null; then
        found=$channel
        break
    fi
done
if [ -n "$found" ] && jq -e '.Alerts | all(.State == "SET" and .AlertType != "" and .SetTimestamp != null and .ClearedTimestamp == null and (.PipelineId == "0" or .PipelineId == "1"))' "$work/out.json" >/dev/null; then
    echo "ok: list-alerts"
else
    echo "FAIL: list-alerts"
    cat "$work/out.json" "$work/err.txt"
    failures=$((failures + 1))
fi
expect "list-alerts of a steady channel" '.Alerts == []' medialive list-alerts --channel-id "$running"
refuse "list-alerts of none" NotFoundException medialive list-alerts --channel-id 1

expect "get-caller-identity" \
    '.Account == "123456789012" and (.Arn | startswith("arn:aws:iam::123456789012:user/"))' \
    sts get-caller-identity

# Roles: what is given out opens the region, as far as the session's policy goes, and the conditions are kept.
role=arn:aws:iam::123456789012:role
expect "assume-role" \
    '(.Credentials.AccessKeyId | startswith("ASIA")) and (.Credentials.SessionToken | length) > 0 and .AssumedRoleUser.Arn == "arn:aws:sts::123456789012:assumed-role/Monitoring/night"' \
    sts assume-role --role-arn $role/Monitoring --role-session-name night --duration-seconds 43200 \
    --policy '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"medialive:List*","Resource":"*"}]}'
if jq -e --arg least "$(date -u -d '+11 hours' +%Y-%m-%dT%H:%M:%S)" '.Credentials.Expiration > $least' "$work/out.json" >/dev/null; then
    echo "ok: its keys last as long as asked for"
else
    echo "FAIL: its keys don't last as long as asked for"
    failures=$((failures + 1))
fi
cp "$work/out.json" "$work/role.json"
AWS_ACCESS_KEY_ID=$(jq -r .Credentials.AccessKeyId "$work/role.json")
AWS_SECRET_ACCESS_KEY=$(jq -r .Credentials.SecretAccessKey "$work/role.json")
AWS_SESSION_TOKEN=$(jq -r .Credentials.SessionToken "$work/role.json")
export AWS_SESSION_TOKEN
expect "list-channels as the role" '(.Channels | length) == 24' medialive list-channels
refuse "what the session policy leaves out" "no session policy allows" cloudwatch describe-alarms
expect "get-caller-identity as the role" \
    '.Arn == "arn:aws:sts::123456789012:assumed-role/Monitoring/night"' sts get-caller-identity
AWS_SESSION_TOKEN=another
refuse "another session token" UnrecognizedClientException medialive list-channels
unset AWS_SESSION_TOKEN
AWS_ACCESS_KEY_ID=$(value "access key id")
AWS_SECRET_ACCESS_KEY=$(value "secret access key")
refuse "a role of somebody else" "AccessDenied.*sts:AssumeRole" \
    sts assume-role --role-arn $role/Strangers --role-session-name night
refuse "a role without its external id" AccessDenied sts assume-role --role-arn $role/Partner --role-session-name night
expect "a role with its external id" '.Credentials.AccessKeyId | startswith("ASIA")' \
    sts assume-role --role-arn $role/Partner --role-session-name night --external-id tallylight-demo
refuse "a role without a code" AccessDenied sts assume-role --role-arn $role/Guarded --role-session-name night
refuse "a role with a wrong code" "invalid MFA one time pass code" \
    sts assume-role --role-arn $role/Guarded --role-session-name night \
    --serial-number arn:aws:iam::123456789012:mfa/demo-operator --token-code 654321
expect "a role with its code" '.Credentials.AccessKeyId | startswith("ASIA")' \
    sts assume-role --role-arn $role/Guarded --role-session-name night \
    --serial-number arn:aws:iam::123456789012:mfa/demo-operator --token-code 123456
refuse "a session that lasts too long" MaxSessionDuration \
    sts assume-role --role-arn $role/Short --role-session-name night --duration-seconds 7200

expect "cloudwatch list-metrics" '(.Metrics | length) > 500 and (.Metrics | all(.Namespace == "AWS/MediaLive"))' \
    cloudwatch list-metrics --namespace AWS/MediaLive
from=$(date -u -d '-22 minutes' +%Y-%m-%dT%H:%M:%SZ)
to=$(date -u -d '-2 minutes' +%Y-%m-%dT%H:%M:%SZ)
queries="[{\"Id\":\"net\",\"MetricStat\":{\"Metric\":{\"Namespace\":\"AWS/MediaLive\",\"MetricName\":\"NetworkIn\",\"Dimensions\":[{\"Name\":\"ChannelId\",\"Value\":\"$running\"},{\"Name\":\"Pipeline\",\"Value\":\"0\"}]},\"Period\":60,\"Stat\":\"Average\"}}]"
expect "cloudwatch get-metric-data" \
    '.MetricDataResults[0] | .Id == "net" and (.Values | length) >= 5 and (.Values | length) == (.Timestamps | length) and (.Values | all(. > 0))' \
    cloudwatch get-metric-data --start-time "$from" --end-time "$to" --metric-data-queries "$queries"
cp "$work/out.json" "$work/data.json"
expect "cloudwatch get-metric-data in pages" \
    ".MetricDataResults | map(.Values) | add == $(jq -c '.MetricDataResults[0].Values' "$work/data.json")" \
    cloudwatch get-metric-data --start-time "$from" --end-time "$to" --metric-data-queries "$queries" --page-size 4
expect "cloudwatch describe-alarms" '.MetricAlarms | map(select(.Namespace == "AWS/MediaLive")) | length == 6' \
    cloudwatch describe-alarms
refuse "an unknown cloudwatch call" "InvalidAction\|UnknownOperation" cloudwatch list-dashboards

AWS_SECRET_ACCESS_KEY=wrong
refuse "a wrong secret (medialive)" InvalidSignatureException medialive list-channels
refuse "a wrong secret (sts)" SignatureDoesNotMatch sts get-caller-identity
AWS_ACCESS_KEY_ID=AKIASOMEBODYELSE0000
refuse "an unknown key" UnrecognizedClientException medialive list-channels
AWS_DEFAULT_REGION=us-west-2
AWS_ACCESS_KEY_ID=$(value "access key id")
AWS_SECRET_ACCESS_KEY=$(value "secret access key")
refuse "another region's signature" InvalidSignatureException medialive list-channels

# With AWS's limits on, 24 pages are within the burst and 200 are not.
open_region --region us-west-2 --seed 8 --channels 24 --inputs 200
expect "24 pages are within the burst" '(.Channels | length) == 24' medialive list-channels --page-size 1
refuse "200 more are not" TooManyRequestsException medialive list-inputs --page-size 1

if [ $failures -gt 0 ]; then
    echo "$failures failed"
    exit 1
fi
echo "all well"
