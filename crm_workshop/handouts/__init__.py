"""What is printed for the day itself: pre-work, worksheets for paper, and the facilitator's run
sheet.
"""
