/* Reads the commands of a table, one a line: time, command, then its fields in the order of the
 * description; keys as allot_key_parse takes them, arrays as their count and then their elements,
 * field by field. */
#ifndef ALLOT_TESTS_C_API_READ_TABLE_H
#define ALLOT_TESTS_C_API_READ_TABLE_H

#include <allot/allot.h>

/* Fills *command from `line`, whose words are cut apart; texts and elements borrow from it and from
 * memory that the next call uses again. Ends the program with a message when a word is missing. */
void read_table_line(char* line, allot_command* command);

#endif
