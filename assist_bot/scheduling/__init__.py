"""The monthly run without a person: what was agreed to, when it happens, and who starts it.

agreed            what the person chose and agreed to, and how the last run ended: one private file
days              on which days it runs, and for which month
command_line      what is to be started, as each system writes it
systemd, task_scheduler    what starts it; `starting` chooses, `programs` asks the system
leaving_behind    earlier months that nobody has paid
telling           what the person is told of a run: no name, no number of a paper
"""
