"""The jigsaw: indirect facts about a person that together, over all outputs, could show who that is.

`facts` finds them in what a reader is given, `people` says whom a sentence is about, `union` weighs them together.
"""
