#!/usr/bin/env bash
# csvsort writes a quantity of 1 as True, article 00123 as 123 and the name None as nothing; to csvjoin 7 is 007.
#
# Library: PyPI csvkit 2.2.0 (csvsort, csvjoin).
# Expected: csvsort: "Sort CSV files. Like the Unix sort command, but for tabular data": the rows change places and stay
#   what they are; csvjoin joins rows whose columns are equal.
# Seen: each column is read as the first type that all its values fit, and written as that type: a column of 0 and 1 is
#   boolean (True, False), of digits a number without leading zeros, and NA, N/A, none, null and "." are empty wherever
#   they stand. If one order of the day has a quantity of 2 the same column keeps its numbers. csvjoin -c sku joins "7"
#   with "007". -I switches the types off for a run, but the name None is empty all the same.
# Why it hurts: a file that is only sorted or joined on its way in loses article numbers, and quantities turn into
#   texts on the days when nobody orders two. The customer Mr None has no name.
# What to do: -I and --blanks in every call, or another tool; compare the lines before and after as a set.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with csvkit==2.2.0
bin=$place/venv/bin
printf 'sku,quantity,name\n00456,1,Ada\n00123,0,None\n' >"$place/orders.csv"
printf 'sku,title\n007,Gloves\n' >"$place/articles.csv"
printf 'sku,price\n7,19.90\n' >"$place/prices.csv"
sorted=$("$bin/csvsort" -c sku "$place/orders.csv" 2>&1)
plain=$("$bin/csvsort" -I -c sku "$place/orders.csv" 2>&1)
blanks=$("$bin/csvsort" -I --blanks -c sku "$place/orders.csv" 2>&1)
joined=$("$bin/csvjoin" -c sku "$place/articles.csv" "$place/prices.csv" 2>&1)
echo "sorted:" $sorted
echo "with -I:" $plain
echo "with -I --blanks:" $blanks
echo "joined:" $joined
[ "$(echo $sorted)" = "sku,quantity,name 123,False, 456,True,Ada" ] &&
  [ "$(echo $plain)" = "sku,quantity,name 00123,0, 00456,1,Ada" ] &&
  [ "$(echo $blanks)" = "sku,quantity,name 00123,0,None 00456,1,Ada" ] &&
  [ "$(echo $joined)" = "sku,title,price 7,Gloves,19.90" ] && exit 0
echo "changed: values stay as they were"
exit 1
